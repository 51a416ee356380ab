/** A file of a package: what is previewed is what is zipped. */
export interface PackageFile {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly content: Uint8Array;
}

export function textFile(path: string, text: string): PackageFile {
  return { path, content: new TextEncoder().encode(text) };
}

export function textOf({ content }: PackageFile): string {
  return new TextDecoder().decode(content);
}

/** By code unit, the same on every machine. */
export function byPath(a: PackageFile, b: PackageFile): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
