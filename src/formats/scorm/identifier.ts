/** An id that every LMS takes: at most 255 characters, printable ASCII, no white space (CMIIdentifier of SCORM 1.2). */
export function identifier(text: string): string {
  return text.replace(/[^A-Za-z0-9_.-]/g, '_').slice(0, 255);
}
