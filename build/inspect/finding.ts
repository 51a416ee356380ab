/** What an inspection finds, and what a package says of itself. */

/** Something that an administrator should know before the upload. */
export interface Finding {
  /** error: some LMS will refuse it or fail; warning: it may go wrong; note: good to know. */
  readonly severity: 'error' | 'warning' | 'note';
  /** What kind of thing it is: verdicts go by it. */
  readonly kind: FindingKind;
  /** What is wrong, with what was seen. A sentence. */
  readonly message: string;
  /** What comes of it, or how to mend it. A sentence. */
  readonly hint: string;
  /** The file that it is about. */
  readonly path?: string;
}

export type FindingKind =
  | 'unsafe'
  | 'bomb'
  | 'encrypted'
  | 'names'
  | 'nested'
  | 'no-manifest'
  | 'manifest'
  | 'schema'
  | 'launch'
  | 'missing-file'
  | 'unlisted-file'
  | 'forbidden-ending'
  | 'hosts'
  | 'weight'
  | PlayFindingKind;

/** What is found only where a package is played. */
export type PlayFindingKind =
  | 'play-start'
  | 'play-conversation'
  | 'play-illegal'
  | 'play-unwise'
  | 'play-finish'
  | 'play-status'
  | 'play-lost'
  | 'play-resume'
  | 'play-missing'
  | 'play-script'
  | 'play-dialog'
  | 'play-window'
  | 'accessibility';

export type Standard = 'scorm12' | 'scorm2004' | 'xapi' | 'cmi5';

/** Something that a learner starts: a SCO, an activity, an AU. */
export interface Launch {
  /** Of the item, activity or AU: the record of every learner hangs on it. */
  readonly id: string;
  readonly title: string;
  /** As the manifest writes it, with its query. */
  readonly href: string;
  /** The file in the zip; null where it is an address on the web. */
  readonly path: string | null;
  /** SCORM: whether it speaks to the LMS (`sco`) or not (`asset`). */
  readonly isSilent: boolean;
  /** What the LMS judges by, as it is written; empty for none. */
  readonly masteryScore: string;
  readonly completionThreshold: string;
  /** cmi5. */
  readonly moveOn: string;
  /** SCORM: the id of its resource. */
  readonly resource: string;
  /** Ids of the objectives that the LMS knows. */
  readonly objectives: readonly string[];
}

/** What the manifest says, in the words of no standard. */
export interface Described {
  readonly standard: Standard;
  /** As people call it: "SCORM 2004 4th Edition". */
  readonly edition: string;
  /** As SCORM writes its edition in `schemaversion`; empty elsewhere. */
  readonly version: string;
  readonly identifier: string;
  /** Identifiers of the whole, by what they are called: `manifest`, `organization`, `course`. */
  readonly identifiers: Readonly<Record<string, string>>;
  readonly title: string;
  readonly description: string;
  readonly launches: readonly Launch[];
  /** Files that the manifest lists; null where its standard has no list. */
  readonly listed: readonly string[] | null;
  readonly findings: readonly Finding[];
}
