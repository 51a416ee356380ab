/** Finds a question's HTML and gives it to the behaviour of its type. */
import type { Word } from '../locales/word.ts';
import type { QuestionView } from '../questions/behaviour.ts';
import type { Response } from '../questions/logic.ts';
import type { Kit } from './kit.ts';
import type { Session } from './session.ts';

export interface ShownQuestion {
  readonly id: string;
  readonly element: HTMLElement;
  readonly view: QuestionView;
  response(): Response;
}

/** Null where the document or the package lacks the question: the rest of the page works on. */
export function showQuestion(
  document: Document,
  session: Session,
  kit: Kit,
  word: Word,
  id: string,
): ShownQuestion | null {
  const element = document.querySelector<HTMLElement>(`[data-question="${id}"]`);
  const question = session.outline.questions[id];
  const type = question && kit.questions[question.type];
  if (!element || !question || !type) return null;
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

/** What the author explains about a question, after these words; null takes both away. */
export function explain(question: HTMLElement, text: string | null): void {
  const explanation = text === null ? null : question.querySelector('.key [data-explanation]');
  question
    .querySelector('.question-status')
    ?.replaceChildren(text ?? '', ...(explanation ? [explanation.cloneNode(true)] : []));
}
