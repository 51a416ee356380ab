/** A part of a package that is a script of its own, fetched when it is needed: what nobody speaks is not loaded. */

/** @returns what the part left; null where it cannot be had */
export function fetchPart<Part>(name: string): Promise<Part | null> {
  return new Promise((resolve) => {
    // A classic script, because modules do not load from a disk.
    const script = document.createElement('script');
    script.src = `tracker-${name}.js`;
    script.onload = () => resolve((window.coursewrightPart as Part | undefined) ?? null);
    script.onerror = () => resolve(null);
    document.head.append(script);
  });
}
