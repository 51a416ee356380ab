interface Window {
  /** What the script of the tools leaves for the player. */
  coursewrightTools?: import('../tools.ts').StartTools;
}

interface ImportMeta {
  /** Put in by the builder: the words of the tools, which are in their script alone. */
  readonly toolWords?: import('../../locales/word.ts').ToolWords;
}
