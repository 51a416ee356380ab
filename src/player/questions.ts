/** Every question of a course comes to life here. A course without questions has none of this in its package. */
import { assessedPages } from '../course/outline.ts';
import type { Word } from '../locales/word.ts';
import type { SaveState } from '../sitting/saver.ts';
import type { Session } from '../sitting/session.ts';
import { connectAssessment } from './assessment.ts';
import type { Kit } from './kit.ts';
import { connectPractice } from './practice.ts';
import { showQuestion } from './question.ts';
import { showResult } from './result.ts';
import { shuffleLists } from './shuffle.ts';

/**
 * Those of an assessment together, all others for practice.
 * @param whenSaved is given what is to be told about saving beside the result of a page's assessment
 * @returns to be called once with each page, before it is shown
 */
export function connectQuestions(
  session: Session,
  kit: Kit,
  word: Word,
  whenSaved: (page: string, tell: (state: SaveState) => void) => void,
): (page: HTMLElement) => void {
  const assessed = assessedPages(session.outline);
  return (page) => {
    const { assessment } = assessed.find(({ id }) => id === page.id) ?? {};
    const show = (element: HTMLElement) => showQuestion(session, kit, word, element);
    if (assessment)
      connectAssessment(page, session, assessment, show, word, newSeed, (root) =>
        whenSaved(page.id, showResult(session, page.id, assessment, word, root)),
      );
    for (const element of page.querySelectorAll<HTMLElement>('[data-question]')) {
      const question = assessment?.questions.includes(element.dataset.question ?? '') ? null : show(element);
      if (!question) continue;
      const { id } = question;
      shuffleLists(element, `${id} ${newSeed()}`);
      connectPractice(session, question, word);
      session.listen((event) => {
        if (event.type === 'page-shown' && event.page === page.id)
          session.happen({ type: 'question-met', question: id });
      });
    }
  };
}

/** A whole number that nobody guesses. */
function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
