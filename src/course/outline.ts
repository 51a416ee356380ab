/**
 * The course as session and player need it: ids, minutes, keys to the questions; titles, but no text.
 * It travels in the package as JSON, so it holds nothing that a learner must not read.
 */

import { type Ledger, ledgerEntry } from './ledger.ts';

export interface CourseOutline {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  /** Per cent of the points that pass; null where nothing is scored. */
  readonly passMark: number | null;
  readonly completion: CompletionRule;
  readonly success: 'assessment' | 'completion';
  /** Where lessons open one after the other; left out where they are all open. */
  readonly order?: 'sequential';
  /** Left out where there is none. */
  readonly certificate?: { readonly issuer: string; readonly hasScore: boolean };
  /** After so many minutes without a sign of the learner no time is counted. */
  readonly idleMinutes: number;
  readonly outcomes: readonly { readonly id: string; readonly text: string }[];
  readonly lessons: readonly LessonOutline[];
  /** Every question, by id. */
  readonly questions: Readonly<Record<string, QuestionOutline>>;
  /** The place in a bookmark of every id that this version or an earlier one has. */
  readonly ledger: Ledger;
  /** The blocks that keep the learner's own words, with the most characters each keeps. */
  readonly texts: Readonly<Record<string, number>>;
}

/** What makes a course complete: all of it. */
export interface CompletionRule {
  /** Per cent of the pages that are to be done, those with an assessment left aside. */
  readonly pages: number;
  /** Per cent of all pages, where the LMS sets a threshold of its own for progress; otherwise 0. */
  readonly progress: number;
  readonly activities: boolean;
  readonly minutes: number;
  readonly assessment: 'taken' | 'passed' | 'none';
}

export interface LessonOutline {
  readonly id: string;
  readonly title: string;
  /** Where its pages open one after the other; left out where they are all open once the lesson is. */
  readonly order?: 'sequential';
  readonly pages: readonly PageOutline[];
}

export interface PageOutline {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly outcomes: readonly string[];
  readonly assessment?: AssessmentOutline;
}

export interface AssessmentOutline {
  /** The pool: every question that may be asked. */
  readonly questions: readonly string[];
  /** How many of them an attempt asks. */
  readonly draw: number;
  readonly balance: 'outcome' | 'difficulty';
  /** How often it may be taken; null without limit. */
  readonly attempts: number | null;
  readonly counts: 'best' | 'last' | 'first';
  readonly feedback: 'now' | 'end' | 'never';
  /** Per cent that each outcome needs besides; null where only the whole counts. */
  readonly outcomePassMark: number | null;
  /** Time limit; null without one. */
  readonly minutes: number | null;
  readonly isPretest: boolean;
}

export interface QuestionOutline {
  readonly type: string;
  /** Points in the assessment; 0 for practice. */
  readonly points: number;
  /** How often a practice question may be checked; null without limit. */
  readonly tries: number | null;
  readonly outcome: string | null;
  /** Ids of the pages that teach it, where the course says so. */
  readonly taughtOn?: readonly string[];
  /** 1 to 3, or 0 where the course does not say. */
  readonly difficulty: number;
  /** What grading needs: the question's own fields without its text. */
  readonly key: unknown;
}

/** Every page in reading order. */
export function outlinePages(outline: CourseOutline): PageOutline[] {
  return outline.lessons.flatMap((lesson) => lesson.pages);
}

/** Empty for what is no page. */
export function pageTitle(outline: CourseOutline, id: string): string {
  return outlinePages(outline).find((page) => page.id === id)?.title ?? '';
}

/** What the course itself would write into a ledger, in reading order. */
export function ledgerEntries(outline: Omit<CourseOutline, 'ledger'>): string[] {
  return [
    ...outline.lessons.flatMap((lesson) => lesson.pages).map(({ id }) => ledgerEntry('page', id)),
    ...outline.lessons.map(({ id }) => ledgerEntry('lesson', id)),
    ...Object.entries(outline.questions).map(([id, { type }]) => ledgerEntry('question', id, type)),
    ...Object.keys(outline.texts).map((id) => ledgerEntry('text', id)),
    ...outline.outcomes.map(({ id }) => ledgerEntry('outcome', id)),
  ];
}

/** The pages that end in an assessment. */
export function assessedPages(outline: CourseOutline): (PageOutline & { assessment: AssessmentOutline })[] {
  return outlinePages(outline).filter((page) => page.assessment !== undefined) as never;
}
