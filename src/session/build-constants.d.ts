interface ImportMeta {
  /** Whether the package holds the course in several languages. */
  readonly speaksSeveral?: boolean;
  /** Put in by the builder: true where a course asks nothing, so that its package carries nothing of questions. */
  readonly asksNothing?: boolean;
  /** Put in by the builder, where a SCORM package tells an LRS besides the LMS: who says which. */
  readonly lrsBesides?: 'course' | 'launch';
}
