/** Finds a question's HTML and gives it to the behaviour of its type. */
import type { Word } from '../locales/word.ts';
import type { QuestionView } from '../questions/behaviour.ts';
import type { Response } from '../questions/logic.ts';
import { gradeOf } from '../session/scoring.ts';
import type { Session } from '../sitting/session.ts';
import type { Kit } from './kit.ts';

export interface ShownQuestion {
  readonly id: string;
  readonly element: HTMLElement;
  readonly view: QuestionView;
  response(): Response;
}

/** Null where the package lacks the question or its type: the rest of the page works on. */
export function showQuestion(
  session: Session,
  kit: Kit,
  word: Word,
  element: HTMLElement,
): ShownQuestion | null {
  const id = element.dataset.question ?? '';
  const question = session.outline.questions[id];
  const type = question && kit.questions[question.type];
  if (!question || !type) return null;
  const view = type.behaviour(
    element,
    question.key as never,
    (response) => session.happen({ type: 'chosen', question: id, response }),
    word,
  );
  const response = () => session.state().answers[id]?.response ?? [];
  view.show(response());
  return { id, element, view, response };
}

/** Whether the answer is right, as the author's words for it are called. */
export function verdictOn(session: Session, id: string): 'right' | 'partly' | 'wrong' {
  const grade = gradeOf(session.outline, session.logics, session.state(), id);
  return grade === 1 ? 'right' : grade > 0 ? 'partly' : 'wrong';
}

/**
 * What is said under a question: these words, and those of the author.
 * @param parts what of the author's is shown: a verdict, the explanation
 */
export function explain(
  question: HTMLElement,
  text: string,
  parts: readonly ('right' | 'partly' | 'wrong' | 'explanation')[],
): void {
  const words = parts.flatMap((part) => {
    const selector = part === 'explanation' ? '[data-explanation]' : `[data-said="${part}"]`;
    const found = question.querySelector(`.key ${selector}`);
    return found ? [found.cloneNode(true)] : [];
  });
  question.querySelector('.question-status')?.replaceChildren(text, ...words);
}
