/** What comes of playing a package: the shapes that reports, JSON and verdicts are made of. */
/** A call of the LMS: a function of SCORM with what it answered, or a request to the LRS with its status. */
export interface PlayedCall {
  /** `LMSSetValue`, `POST statements`. */
  readonly name: string;
  readonly args: readonly string[];
  readonly result: string;
  /** What its error code means, with the code; null where there was no error. */
  readonly error: string | null;
  /** Why a strict LMS refused it; null where it did not. */
  readonly refusal: string | null;
  /** What is legal about it and unwise; null for nothing. */
  readonly advice: string | null;
  /** Milliseconds since the sitting began; 0 where nobody knows. */
  readonly at: number;
}

/** A request that left for another host. It was not let through. */
export interface OtherHost {
  readonly host: string;
  readonly url: string;
  /** What asked for it: `script`, `image`, `fetch` … */
  readonly type: string;
}

/** One visit of a learner, from opening to the end. */
export interface PlayedSitting {
  /** `crash`: the window was gone at once; `closed`: as a learner closes it, with time for last words. */
  readonly end: 'crash' | 'closed';
  readonly seconds: number;
  /** What was pressed, chosen and filled in: `press "Next"`. */
  readonly steps: readonly string[];
  /** How many different screens were seen. */
  readonly screens: number;
  readonly calls: readonly PlayedCall[];
  /** Values that were set and not committed when it ended: a crash loses them. */
  readonly unsaved: readonly string[];
  /** Errors that no script caught. */
  readonly errors: readonly string[];
  /** Errors and warnings in the console. */
  readonly console: readonly string[];
  /** Files that were asked for and are not in the package. */
  readonly missing: readonly string[];
  readonly hosts: readonly OtherHost[];
  /** Dialogs of the browser: `alert: Saved!`. All were accepted. */
  readonly dialogs: readonly string[];
  /** Addresses of windows that it opened. */
  readonly windows: readonly string[];
  /** Whether it answered no more. */
  readonly hangs: boolean;
  /** Where it sent the window of the LMS; null where it left it alone. */
  readonly awayTo: string | null;
}

export interface LoadedType {
  /** `script`, `picture`, `film or sound`, `font`, `style`, `document`, `other`. */
  readonly type: string;
  readonly files: number;
  /** As they were sent, without compression. */
  readonly bytes: number;
}

export interface AccessibilityFinding {
  /** The rule of axe: `image-alt`. */
  readonly rule: string;
  readonly impact: 'minor' | 'moderate' | 'serious' | 'critical';
  /** A sentence: what has to be. */
  readonly help: string;
  /** On how many screens that were looked at, and how many elements in all. */
  readonly screens: number;
  readonly elements: number;
  /** Where the first of them is, as a selector. */
  readonly example: string;
}

export interface Picture {
  readonly of: string;
  /** JPEG in base64. */
  readonly jpeg: string;
}

/** xAPI and cmi5: what the LRS took. */
export interface PlayedStatement {
  readonly verb: string;
  readonly object: string;
  /** `passed 0.9`, `completed`; empty for nothing. */
  readonly result: string;
}

/** One SCO, activity or AU. */
export interface PlayedLaunch {
  readonly title: string;
  readonly href: string;
  /** An asset of SCORM: it has nothing to say to the LMS. */
  readonly isSilent: boolean;
  /** Where it spoke with the LMS; null where it never did. */
  readonly spokeIn: 'frame' | 'window' | null;
  readonly sittings: readonly PlayedSitting[];
  /** What an administrator sees at the end, in the words of its standard; empty for nothing. */
  readonly record: Readonly<Record<string, string>>;
  readonly statements: readonly PlayedStatement[];
  /** `same-place`, `data-only`: it was given its data and shows another screen; `one-screen`: nothing to tell by. */
  readonly resumes: 'same-place' | 'data-only' | 'from-the-start' | 'one-screen' | 'not-tried';
  /** What a later sitting took back or a crash lost. Sentences. */
  readonly lost: readonly string[];
  /** Loaded before the first screen stood, and in all sittings. */
  readonly firstScreen: readonly LoadedType[];
  readonly loaded: readonly LoadedType[];
  readonly accessibility: readonly AccessibilityFinding[];
  readonly screensChecked: number;
}

export interface Played {
  /** `Chromium 140.0.1`. */
  readonly browser: string;
  readonly isSandboxed: boolean;
  readonly launches: readonly PlayedLaunch[];
  /** Titles of what there was no time for. */
  readonly leftOut: readonly string[];
}
