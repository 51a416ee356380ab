import { expect, it } from 'vitest';
import { encodeBookmark } from '../../src/session/bookmark.ts';
import { noProgress, type Progress } from '../../src/session/state.ts';
import { nobodyThere, type Tracker } from '../../src/session/tracker.ts';
import { openSitting } from '../../src/sitting/sitting.ts';
import { anOutline, logics } from '../session/an-outline.ts';

const outline = anOutline({ texts: { think: 50 } });
const bookmark = (savedAt: number, progress: Partial<Progress>) =>
  encodeBookmark(outline, { savedAt, progress: { ...noProgress, ...progress } }, 4096);
const atStart = bookmark(10, { page: 'one', seen: ['one'] });
const further = bookmark(20, { page: 'two', seen: ['one', 'two'], texts: { think: 'a thought' } });
const silent: Tracker = {
  open: async () => nobodyThere(4096),
  save: async () => ({ is: 'waiting', interactions: 0 }),
  close: async () => ({ is: 'waiting', interactions: 0 }),
};

/** The window that is given the course: its LMS read the record before the other window said `further`. */
function taken(read: { bookmark: string; isFirst: boolean }, isGiven: boolean) {
  const record = JSON.stringify({ bookmark: further, base: further, untold: [] });
  const { session } = openSitting(
    outline,
    logics,
    silent,
    { ...nobodyThere(4096), connection: 'lms', learner: 'learner-7', ...read },
    () => ({ getItem: () => record, setItem() {}, removeItem() {} }),
    { now: () => 30_000, elapsed: () => 0, after: () => () => {} },
    () => {},
    { isBegun: false, active: 0, isGiven },
  );
  return session.state();
}

it.each([
  ['nothing', { bookmark: '', isFirst: true }],
  ['the beginning', { bookmark: atStart, isFirst: false }],
])(
  'a window that was given the course goes on where the other one was, though its LMS still says %s',
  (_, read) => {
    expect(taken(read, true)).toMatchObject({ page: 'two', texts: { think: 'a thought' } });
    // Nobody gave it: an attempt that was reset, or a learner who went back elsewhere.
    expect(taken(read, false).page).not.toBe('two');
  },
);
