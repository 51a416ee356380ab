interface ImportMeta {
  /** Put in by `compile.mjs`: the hash of all that the tool is made of. */
  readonly toolHash?: string;
}
