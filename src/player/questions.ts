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
 */
export function connectQuestions(
  session: Session,
  kit: Kit,
  word: Word,
  whenSaved: (page: string, tell: (state: SaveState) => void) => void,
): void {
  const show = (id: string) => showQuestion(document, session, kit, word, id);
  const assessed = assessedPages(session.outline);
  for (const { id: page, assessment } of assessed) {
    const questions = assessment.questions.map(show).filter((question) => question !== null);
    connectAssessment(document, session, page, assessment, questions, word, newSeed, (root) =>
      whenSaved(page, showResult(session, page, assessment, word, root)),
    );
  }
  const scored = new Set(assessed.flatMap(({ assessment }) => assessment.questions));
  for (const id of Object.keys(session.outline.questions)) {
    const question = scored.has(id) ? null : show(id);
    if (!question) continue;
    shuffleLists(question.element, `${id} ${newSeed()}`);
    connectPractice(session, question, word);
    session.listen((event) => {
      if (event.type === 'page-shown' && question.element.closest('.page')?.id === event.page)
        session.happen({ type: 'question-met', question: id });
    });
  }
}

/** A whole number that nobody guesses. */
function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
