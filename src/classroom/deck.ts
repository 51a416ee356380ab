/** The classroom slides of a course: what stands on each, and what the trainer has to say to it. Pure. */
import type { SlideText } from '../course/classroom.ts';
import { type Course, type Page, pagesOf } from '../course/course.ts';
import { facilitatorNotes, type GroupVersion, groupActivities } from './notes.ts';
import { slideOfPages } from './slide-of-pages.ts';

export interface Slide extends SlideText {
  /** Pages that begin while this slide is up. */
  readonly pages: readonly Page[];
  /** Facilitator notes of these pages. Markdown. */
  readonly notes: readonly string[];
  /** Key messages of these pages. */
  readonly keyMessages: readonly KeyMessage[];
  readonly activities: readonly { readonly title: string; readonly classroom: GroupVersion }[];
}

export interface KeyMessage {
  readonly number: number;
  /** Markdown. */
  readonly text: string;
}

/** All slides by number; none where no page names one. No note is lost: a page without a slide goes with the one before it. */
export function deckOf(course: Course): Slide[] {
  const pages = pagesOf(course);
  const numbers = [...new Set(pages.flatMap(({ slides }) => slides ?? []))].sort((a, b) => a - b);
  const at = pagesBySlide(pages, numbers[0] ?? 1);
  return numbers.map((number) => {
    const text = course.slides?.find((slide) => slide.number === number);
    const own = at.get(number) ?? [];
    return {
      ...(text ??
        slideOfPages(
          number,
          pages.filter(({ slides }) => slides?.includes(number)),
        )),
      pages: own,
      notes: own.flatMap((page) => facilitatorNotes(course, page)),
      keyMessages: own.flatMap(keyMessagesOf),
      activities: own.flatMap(groupActivities),
    };
  });
}

/** Key messages of a page in reading order. */
export function keyMessagesOf(page: Page): KeyMessage[] {
  return page.blocks
    .filter(({ type }) => type === 'key-message')
    .map((block) => block as unknown as KeyMessage);
}

function pagesBySlide(pages: readonly Page[], first: number): ReadonlyMap<number, readonly Page[]> {
  const at = new Map<number, Page[]>();
  let up = first;
  for (const page of pages) {
    up = page.slides?.[0] ?? up;
    at.set(up, [...(at.get(up) ?? []), page]);
  }
  return at;
}
