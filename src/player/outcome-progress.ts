/** How far the learner is with each outcome: on the start screen, beside what the course promises. */
import { outlinePages } from '../course/outline.ts';
import type { Word } from '../locales/word.ts';
import { isPageDone } from '../session/completion.ts';
import { objectivesOf } from '../session/report.ts';
import type { Session } from '../sitting/session.ts';

export function connectOutcomes(document: Document, session: Session, word: Word): void {
  const { outline } = session;
  const pages = outlinePages(outline).filter(({ assessment }) => !assessment);
  const update = () => {
    const state = session.state();
    const objectives = objectivesOf(outline, state);
    for (const { id } of outline.outcomes) {
      const teaching = pages.filter(({ outcomes }) => outcomes.includes(id));
      const done = teaching.filter((page) => isPageDone(outline, state, page)).length;
      const score = objectives.find((one) => one.id === id)?.score;
      const words = [
        ...(done > 0 ? [word('nav.progress', { done, total: teaching.length })] : []),
        ...(score === undefined ? [] : [word('result.score', { score })]),
      ];
      document.querySelector(`[data-outcome="${id}"]`)?.replaceChildren(words.join(' · '));
    }
  };
  update();
  session.listen(({ type }) => {
    if (type === 'page-shown' || type === 'assessment-submitted') update();
  });
}
