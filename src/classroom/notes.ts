/** What a page gives the trainer: facilitator notes and group versions, wherever in it they stand. Pure. */
import { type Course, type Page, poolOf } from '../course/course.ts';

/** Facilitator notes of a page: its own first, then those of its blocks and questions in reading order. Markdown. */
export function facilitatorNotes(course: Course, page: Page): string[] {
  const { assessment } = page;
  return [...(page.notes ?? []), ...notesIn([page.blocks, assessment ? poolOf(course, assessment) : []])];
}

function notesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(notesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { type, notes, ...rest } = value as Readonly<Record<string, unknown>>;
  // Blocks and questions have notes; a field of that name anywhere else belongs to the text.
  const own = typeof type === 'string' && Array.isArray(notes) ? (notes as string[]) : [];
  return [...own, ...notesIn(Object.values(rest))];
}

/** The group version of an activity. */
export interface GroupVersion {
  readonly method: string;
  readonly minutes: number;
  readonly material?: string;
  readonly instructions: string;
}

/** The activities of a page that have a group version, with their titles. */
export function groupActivities(page: Page): { title: string; classroom: GroupVersion }[] {
  return page.blocks.flatMap((block) => {
    const { title, classroom } = block as { title?: string; classroom?: GroupVersion };
    return title && classroom ? [{ title, classroom }] : [];
  });
}
