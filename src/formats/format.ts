/** What the builder needs to know of an output format. */
export interface Format {
  /** Name on the command line and in file names. */
  readonly name: string;
  /** As people call it. */
  readonly title: string;
  /** The folder of `src/formats` whose `entry.ts` joins player and tracker: editions of one standard share it. */
  readonly entry: string;
  /** Trackers that are scripts of their own, `tracker-….js`, fetched when the launch asks for one: `….part.ts` beside the entry. */
  readonly parts?: readonly string[];
  /**
   * Which LRS it tells besides, where the course wants that (`lrs`): the one that the course names, if any; or, in a
   * trial, none but that of the launch.
   */
  readonly lrsBesides?: 'named' | 'launched';
  /** Whether it knows a course by its IRI: a course without one is not built in it. */
  readonly needsIri?: true;
  /** Whether it speaks with a host that is not known when it is built, as an LRS is. */
  readonly connects?: true;
  /** Whether a browser may install it and keep it for times without a network. */
  readonly installs?: true;
  /** Whether an LMS may name an address to which learners go back. */
  readonly leadsBack?: true;
  /** Whether an LMS may open a course in several parts (SCOs, AUs); where not, one document holds it whatever the course says. */
  readonly hasScos?: true;
  /** Most characters of bookmark that an LMS of this standard must keep. */
  readonly bookmarkLimit: number;
  /** What describes the package at its root, in the order in which it is written: a later one lists those before it. */
  readonly manifests: readonly Manifest[];
  /** The folder of schemas that travels along: control documents the standard wants beside the manifest; null for none. */
  readonly schemas: string | null;
}

/** Paths of templates begin at the root of this repository. */
export interface Manifest {
  readonly path: string;
  readonly template: string;
  /**
   * What describes the course (title, description, size, rights), where it has a template of its own: part of the
   * manifest as `{{> metadata}}`, and a file of the package where this edition takes it only from outside.
   */
  readonly metadata?: { readonly template: string; readonly path?: string };
  /** What the template says of this edition. */
  readonly edition?: { readonly version: string; readonly hasThresholdAttributes: boolean };
}
