interface ImportMeta {
  /** Put in by the builder: true where a course asks nothing, so that its package carries nothing of questions. */
  readonly asksNothing?: boolean;
}
