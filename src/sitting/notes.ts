/** The notes that a learner writes on pages: kept on this device, each learner's for themselves. */
import { attempt } from './attempt.ts';
import type { KeyStorage } from './device.ts';

/** By the id of the page. */
export type PageNotes = Readonly<Record<string, string>>;

export interface Notes {
  all(): PageNotes;
  /** False where this device keeps nothing: then they live as long as the window. */
  write(page: string, text: string): boolean;
  /** Whether they are kept, as far as is known. */
  isKept(): boolean;
}

/** @param storage is asked each time: a browser that denies storage throws when it is looked at */
export function notesOf(storage: () => KeyStorage, course: string, learner: string): Notes {
  const key = keyOf(course, learner);
  let notes = read(storage, key);
  let isKept = attempt(() => storage().getItem(key)) !== undefined;
  return {
    all: () => notes,
    isKept: () => isKept,
    write(page, text) {
      const { [page]: _, ...others } = notes;
      notes = text.trim() === '' ? others : { ...others, [page]: text };
      isKept = put(storage, key, notes);
      return isKept;
    },
  };
}

/** What was written before the LMS said who the learner is becomes the learner's own, beside what they have. */
export function adoptNotes(storage: () => KeyStorage, course: string, learner: string): void {
  const nobodys = keyOf(course, '');
  const own = keyOf(course, learner);
  const written = read(storage, nobodys);
  if (Object.keys(written).length === 0 || learner === '') return;
  const notes = { ...written };
  for (const [page, text] of Object.entries(read(storage, own)))
    notes[page] = [text, written[page]].filter(Boolean).join('\n\n');
  if (put(storage, own, notes)) attempt(() => storage().removeItem(nobodys));
}

function keyOf(course: string, learner: string): string {
  return `coursewright-notes/${course}/${learner}`;
}

/** What lies in the storage may be anything. */
function read(storage: () => KeyStorage, key: string): PageNotes {
  const value: unknown = attempt(() => JSON.parse(storage().getItem(key) ?? '{}'));
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === 'string'));
}

function put(storage: () => KeyStorage, key: string, notes: PageNotes): boolean {
  return (
    attempt(() => {
      storage().setItem(key, JSON.stringify(notes));
      return true;
    }) ?? false
  );
}
