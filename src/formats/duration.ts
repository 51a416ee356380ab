/**
 * An ISO 8601 duration with at most two decimals of a second, as SCORM 2004 (timeinterval(second,10,2)) and xAPI write it.
 * @param milliseconds less than none counts as none
 */
export function duration(milliseconds: number): string {
  const hundredths = Math.round(Math.max(milliseconds, 0) / 10);
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor(hundredths / 6_000) % 60;
  return `PT${hours}H${minutes}M${(hundredths % 6_000) / 100}S`;
}
