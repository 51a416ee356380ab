/** What the builder needs to know of an output format. */
export interface Format {
  /** Name on the command line and in file names; `entry.ts` of the folder of this name joins player and tracker. */
  readonly name: string;
  /** As people call it. */
  readonly title: string;
  /** Most characters of bookmark that an LMS of this standard must keep. */
  readonly bookmarkLimit: number;
  /** The manifest at the root of the package, filled from a template at the root of this repository. */
  readonly manifest: { readonly path: string; readonly template: string };
  /** The folder of schemas that travels along: control documents the standard wants beside the manifest. */
  readonly schemas: string;
}
