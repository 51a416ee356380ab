/** What the server tells the page of the emulator: what is shown, and what is wrong with the course. */
import type { Problem } from '../../src/course/problem.ts';
import type { Launched } from '../pipeline/manifest.ts';

/** A format that the emulator can play, by one of the standards that it speaks. */
export interface PlayableFormat {
  readonly name: string;
  readonly title: string;
  /** The name of the format that is built. */
  readonly format: string;
  /** `none`: there is no LMS. */
  readonly standard: 'scorm12' | 'scorm2004' | 'xapi' | 'cmi5' | 'none';
}

/** A language in which the course can be shown, or all of them in one package. */
export interface LanguageChoice {
  readonly name: string;
  readonly title: string;
}

export interface PreviewState {
  readonly title: string;
  /** What a learner can start: the course, or each lesson. */
  readonly launches: readonly Launched[];
  readonly formats: readonly PlayableFormat[];
  /** The name of the format that is shown. */
  readonly format: string;
  readonly languages: readonly LanguageChoice[];
  /** The name of the choice that is shown. */
  readonly language: string;
  /** Where the package tells an LRS besides the LMS: the one that the course names itself, in whose place the emulator's is told. */
  readonly besides: { readonly named: string | null } | null;
  /** Counts up with each version of the course that could be built. */
  readonly revision: number;
  /** Errors: what is shown is the last version without any. Warnings come along. */
  readonly problems: readonly Problem[];
}

/** What goes wrong from now on, as the page's buttons have it. */
export const faults = ['cut', 'slow', 'refuse', 'lost'] as const;
export type FaultName = (typeof faults)[number];

/** What the page asks the server for when a learner starts something in an LMS of xAPI or cmi5. */
export interface LaunchRequest {
  readonly learner: string;
  /** Place among the launches. */
  readonly launch: number;
  readonly mode: 'normal' | 'review';
}

/** What the LRS holds of the learner who was launched last. */
export interface LrsView {
  /** What an administrator would see, in words. */
  readonly report: Readonly<Record<string, string>>;
  /** From the oldest to the newest, in plain words. */
  readonly statements: readonly { readonly at: string; readonly words: string; readonly json: string }[];
  readonly documents: readonly { readonly id: string; readonly content: string }[];
  /** With the requirement that was broken. */
  readonly refusals: readonly string[];
  readonly requests: readonly string[];
}
