/**
 * The notes of the learner who sits here. An LMS that came late is joined by loading the window anew: what was written
 * before is the same learner's.
 */
import { attempt } from '../../sitting/attempt.ts';
import { adoptNotes, type Notes, notesOf } from '../../sitting/notes.ts';

/** What this window keeps: of which course it wrote notes while nobody had said whose they are. */
const mark = 'coursewright/notes-of-nobody';

export function openNotebook(window: Window, course: string, learner: string): Notes {
  const storage = () => window.localStorage;
  const [load] = window.performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const wroteBefore = attempt(() => window.sessionStorage.getItem(mark)) === course;
  if (learner !== '' && wroteBefore && load?.type === 'reload') adoptNotes(storage, course, learner);
  if (learner !== '') attempt(() => window.sessionStorage.removeItem(mark));
  const notes = notesOf(storage, course, learner);
  return {
    ...notes,
    write(page, text) {
      if (learner === '') attempt(() => window.sessionStorage.setItem(mark, course));
      return notes.write(page, text);
    },
  };
}
