interface Window {
  /** What a part of a package leaves for the script that fetched it. */
  coursewrightPart?: unknown;
}
