import { expect, it } from 'vitest';
import { adoptNotes, notesOf } from '../../src/sitting/notes.ts';

function aStorage(kept: Record<string, string> = {}) {
  return {
    kept,
    getItem: (key: string) => kept[key] ?? null,
    setItem(key: string, value: string) {
      kept[key] = value;
    },
    removeItem(key: string) {
      delete kept[key];
    },
  };
}
const denied = () => {
  throw new Error('denied');
};

it('notes are there again for the one who wrote them, and for nobody else on the device', () => {
  const storage = aStorage();
  expect(notesOf(() => storage, 'valves', 'ada').write('one', 'Ask Ben.')).toBe(true);
  expect(notesOf(() => storage, 'valves', 'ada').all()).toEqual({ one: 'Ask Ben.' });
  expect(notesOf(() => storage, 'valves', 'ben').all()).toEqual({});
  expect(notesOf(() => storage, 'valves', '').all()).toEqual({});
  expect(notesOf(() => storage, 'pumps', 'ada').all()).toEqual({});
});

it('a note that was emptied is gone', () => {
  const storage = aStorage();
  const notes = notesOf(() => storage, 'valves', 'ada');
  notes.write('one', 'Ask Ben.');
  notes.write('one', ' \n');
  expect(notesOf(() => storage, 'valves', 'ada').all()).toEqual({});
});

it('where storage is denied or full, notes live as long as the window, and it is told', () => {
  const notes = notesOf(denied, 'valves', 'ada');
  expect(notes.isKept()).toBe(false);
  expect(notes.write('one', 'Ask Ben.')).toBe(false);
  expect(notes.all()).toEqual({ one: 'Ask Ben.' });
  const full = { ...aStorage(), setItem: denied };
  const others = notesOf(() => full, 'valves', 'ada');
  expect(others.isKept()).toBe(true);
  others.write('one', 'Too long.');
  expect(others.isKept()).toBe(false);
});

it.each(['{', '"text"', 'null', '[1]', '{"one":1}'])(
  'what lies there and is no notes, %s, is none',
  (value) => {
    const storage = aStorage({ 'coursewright-notes/valves/ada': value });
    expect(notesOf(() => storage, 'valves', 'ada').all()).toEqual({});
  },
);

it('what was written before the LMS said who it is becomes the learner’s own', () => {
  const storage = aStorage();
  notesOf(() => storage, 'valves', '').write('one', 'New.');
  notesOf(() => storage, 'valves', 'ada').write('one', 'Old.');
  adoptNotes(() => storage, 'valves', 'ada');
  expect(notesOf(() => storage, 'valves', 'ada').all()).toEqual({ one: 'Old.\n\nNew.' });
  expect(notesOf(() => storage, 'valves', '').all()).toEqual({});
});
