/** Put in by the builder: what a course does not need is not in its script. None of it is set in a test. */
interface ImportMeta {
  /** The package holds the course in several languages. */
  readonly speaksSeveral?: boolean;
  /** The course asks nothing: its package carries nothing of questions. */
  readonly asksNothing?: boolean;
  /** Where a SCORM package tells an LRS besides the LMS: who says which. */
  readonly lrsBesides?: 'course' | 'launch';
  /** Every page is open at once: there are no locks. */
  readonly isFree?: boolean;
  /** No lesson is a SCO of its own: nothing leads from one to the next. */
  readonly isOneSco?: boolean;
  /** No LMS of this format says where learners go back to. */
  readonly isOneWay?: boolean;
}
