/** A question inside a page: checked at once, explained, tried again. It counts for nothing. */
import type { Word } from '../locales/word.ts';
import { triesLeft } from '../session/answering.ts';
import { gradeOf } from '../session/scoring.ts';
import type { Session } from '../sitting/session.ts';
import { explain, type ShownQuestion, verdictOn } from './question.ts';

export function connectPractice(
  session: Session,
  { id, element, view, response }: ShownQuestion,
  word: Word,
): void {
  const button = (name: string) => element.querySelector<HTMLButtonElement>(`[data-action="${name}"]`);
  const [check, retry, solution] = [button('check'), button('retry'), button('solution')];
  const status = element.querySelector<HTMLElement>('.question-status');
  const tries = element.querySelector<HTMLElement>('.question-tries');

  const type = session.outline.questions[id]?.type ?? '';
  const isUnscored = session.logics[type]?.isUnscored ?? false;
  // A story is over when it is over: its end says so, and nobody looks for a button.
  const checksItself = view.startsOver ?? false;

  const say = (text: string) => status?.replaceChildren(text);
  const showTries = () => {
    const left = triesLeft(session.outline, session.state(), id);
    if (tries) tries.textContent = left === null ? '' : word('question.triesLeft', { count: left });
  };
  const update = () => {
    const isFinal = session.state().answers[id]?.isFinal ?? false;
    const grade = gradeOf(session.outline, session.logics, session.state(), id);
    const isRight = grade === 1;
    const isOver = isFinal && (isRight || triesLeft(session.outline, session.state(), id) === 0);
    view.lock(isFinal);
    if (check) check.hidden = isFinal || checksItself;
    if (retry) retry.hidden = !isFinal || isOver;
    if (solution) solution.hidden = !isFinal || isOver || isUnscored || checksItself;
    showTries();
    if (!isFinal) {
      view.conceal();
      return say('');
    }
    view.reveal(response(), isOver);
    if (isUnscored) return explain(element, word('answer.kept'), ['explanation']);
    const verdict = verdictOn(session, id);
    explain(element, word(isRight ? 'answer.correct' : 'answer.incorrect'), [
      verdict,
      ...(isOver || checksItself ? (['explanation'] as const) : []),
    ]);
  };

  update();
  const stand = () => {
    session.happen({ type: 'checked', question: id });
    update();
  };
  check?.addEventListener('click', () => {
    if (!view.isComplete(response())) return say(word('question.complete'));
    stand();
    (retry?.hidden ? status : retry)?.focus();
  });
  retry?.addEventListener('click', () => {
    session.happen({ type: 'reopened', question: id });
    if (view.startsOver) session.happen({ type: 'chosen', question: id, response: [] });
    view.show(response());
    update();
    element.querySelector<HTMLElement>(':is(input, textarea, select, .scene button):enabled')?.focus();
  });
  solution?.addEventListener('click', () => {
    view.reveal(response(), true);
    solution.hidden = true;
    explain(element, word('answer.incorrect'), [verdictOn(session, id), 'explanation']);
    status?.focus();
  });
  session.listen((event) => {
    if (event.type !== 'chosen' || event.question !== id) return;
    if (status?.textContent) say('');
    if (checksItself && view.isComplete(response())) stand();
  });
}
