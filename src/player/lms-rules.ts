/** Says on the start screen where the LMS asks for something else than the page was written for. */
import type { CourseOutline } from '../course/outline.ts';
import type { Word } from '../locales/word.ts';

/** @param packed what the package says; `judged` is what the LMS made of it */
export function tellLmsRules(
  document: Document,
  packed: CourseOutline,
  judged: CourseOutline,
  word: Word,
): void {
  const line = document.querySelector<HTMLElement>('.start-lms');
  const mark = import.meta.asksNothing || judged.passMark === packed.passMark ? null : judged.passMark;
  const share = [packed.completion.pages, packed.completion.progress].includes(judged.completion.progress)
    ? null
    : judged.completion.progress;
  const told = [
    ...(mark === null ? [] : [word('start.lmsMark', { mark })]),
    ...(share === null ? [] : [word('start.lmsProgress', { share })]),
  ];
  if (!line || told.length === 0) return;
  line.hidden = false;
  line.textContent = told.join(' ');
}
