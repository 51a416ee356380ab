/** What the versions of SCORM say differently; the conversation itself is the same. */
import type { Report, ReportedInteraction, ReportedObjective } from '../../session/report.ts';

export type Write = readonly [element: string, value: string];

/** The functions of an API object under one name each. They answer what LMSs answer: strings, or anything else. */
export interface Api {
  initialize(): unknown;
  finish(): unknown;
  get(element: string): unknown;
  set(element: string, value: string): unknown;
  commit(): unknown;
  lastError(): unknown;
}

/** What the LMS held when the sitting began, and has taken since; empty where it holds nothing. */
export type Holds = (element: string) => string;

export interface Dialect {
  /** Most characters of `cmi.suspend_data`. */
  readonly bookmarkLimit: number;
  readonly elements: Readonly<
    Record<
      'mode' | 'credit' | 'entry' | 'status' | 'location' | 'learner' | 'learnerName' | 'language',
      string
    >
  >;
  /** What the status is before the first sitting. */
  readonly newStatuses: readonly string[];
  /** Read at the start: what is neither said again nor taken back. */
  readonly known: readonly string[];
  /** How the LMS is asked for the next SCO, and the element that says whether it would; null where it cannot be asked. */
  readonly next: { readonly write: Write; readonly validity: string } | null;
  /** Fields of an objective, as far as we write them. */
  readonly objectiveFields: readonly string[];
  /** Numbers of errors that saying the same again does not mend; others may pass. */
  readonly finalErrors: readonly string[];
  /** Numbers of errors with which an LMS that is running already answers a second greeting. */
  readonly runningErrors: readonly string[];
  /** Numbers of errors with which an LMS fails to give a value that it may hold. */
  readonly unreadErrors: readonly string[];
  /** Numbers of errors that say that the conversation is over. */
  readonly endedErrors: readonly string[];
  /** Pass mark in per cent where the LMS sets one. */
  passMark(get: (element: string) => string): number | null;
  /** Per cent of progress that makes complete, where the LMS sets it. */
  completionThreshold(get: (element: string) => string): number | null;
  /** What is said first. `holds` is null where the LMS takes neither status nor score (no credit). */
  announcements(holds: Holds | null): Write[];
  /** Everything of a report but its interactions and objectives, in the order in which it is to be said. */
  stateWrites(report: Report, holds: Holds | null): Write[];
  /** One interaction at its index: id first, then type, then the rest. */
  interactionWrites(index: number, interaction: ReportedInteraction): Write[];
  /** One outcome as an objective at its index. */
  objectiveWrites(index: number, objective: ReportedObjective): Write[];
}

/** A number that an LMS holds as text; null where it holds none. */
export function numberIn(text: string): number | null {
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : null;
}
