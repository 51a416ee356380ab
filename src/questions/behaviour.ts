/** The half of a question type that meets the learner: it reads and shows answers in the page's HTML. */
import type { Word } from '../locales/word.ts';
import type { Response } from './logic.ts';

/** A question on the screen. It holds no state of its own: the DOM does, and `chosen` tells the session. */
export interface QuestionView {
  /** Shows a response, as after a resume. Tokens that the question lacks are left out. */
  show(response: Response): void;
  /** Says for each answer whether it is right; with `solution`, also what would have been. */
  reveal(response: Response, solution: boolean): void;
  /** Takes back what `reveal` showed. */
  conceal(): void;
  /** No further answers, or answers again. */
  lock(locked: boolean): void;
  /** Whether the response is whole enough to be checked. */
  isComplete(response: Response): boolean;
  /** Whether another try begins with nothing answered, because answers build on each other. */
  readonly startsOver?: true;
}

/** Brings a question's HTML to life. `chosen` is called with the whole response after each change. */
export type QuestionBehaviour<Key> = (
  element: HTMLElement,
  key: Key,
  chosen: (response: Response) => void,
  word: Word,
) => QuestionView;

let verdicts = 0;

/**
 * The words under an answer: whether it is right, and what the author says to it.
 * @param answered the field that holds the answer: who is in it hears them too
 */
export function verdict(label: string, feedback: Element | null, answered?: Element | null): HTMLElement {
  const element = document.createElement('div');
  element.className = 'verdict';
  element.id = `cw-verdict-${verdicts++}`;
  answered?.setAttribute('aria-describedby', element.id);
  const strong = document.createElement('strong');
  strong.textContent = label;
  element.append(strong);
  if (feedback) element.append(' ', ...feedback.cloneNode(true).childNodes);
  return element;
}
