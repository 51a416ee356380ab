/** How long a package waits for the API: some LMSs add it after the content was loaded. */

export const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** A window that nobody opened and nothing frames has no LMS to wait for: a double click on the unzipped file. */
export function looksFor(window: { readonly parent: unknown; readonly opener: unknown }): number {
  return window.parent === window && !window.opener ? 3 : 50;
}
