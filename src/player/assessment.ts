/** An assessment: one question after the other, submitted as a whole, then its result. */
import type { AssessmentOutline } from '../course/outline.ts';
import type { Word } from '../locales/word.ts';
import { attemptsLeft } from '../session/reduce.ts';
import { explain, type ShownQuestion } from './question.ts';
import type { Session } from './session.ts';

/**
 * @param showResult fills the element with the result of the submitted attempt
 */
export function connectAssessment(
  document: Document,
  session: Session,
  page: string,
  { questions: ids }: AssessmentOutline,
  questions: readonly ShownQuestion[],
  word: Word,
  showResult: (element: HTMLElement) => void,
): void {
  const root = document.querySelector<HTMLElement>(`[data-assessment="${page}"]`);
  if (!root) return;
  const action = (name: string) => root.querySelector<HTMLButtonElement>(`[data-action="${name}"]`);
  const part = (name: string) => root.querySelector<HTMLElement>(`.assessment-${name}`);
  const [begin, previous, next, submit] = [
    action('begin'),
    action('previous'),
    action('next'),
    action('submit'),
  ];
  const [status, result, attempts] = [part('status'), part('result'), part('attempts')];

  const isAnswered = (id: string) => (session.state().answers[id]?.response.length ?? 0) > 0;
  const attempt = () => session.state().attempts[page];
  const stage = () => (attempt()?.isSubmitted ? 'result' : attempt() ? 'questions' : 'intro');
  let current = Math.max(
    0,
    ids.findIndex((id) => !isAnswered(id)),
  );

  const showStep = (focus: boolean) => {
    for (const [index, { id, element }] of questions.entries()) {
      element.closest('li')?.toggleAttribute('data-current', index === current);
      if (index !== current) continue;
      if (session.state().page === page) session.happen({ type: 'question-met', question: id });
      if (focus) element.querySelector<HTMLElement>('.question-label')?.focus();
    }
    if (previous) previous.hidden = current === 0;
    if (next) next.hidden = current === ids.length - 1;
    if (submit) submit.hidden = current !== ids.length - 1;
    if (status) status.textContent = '';
  };
  const update = () => {
    root.dataset.stage = stage();
    const isOver = stage() === 'result';
    for (const { element, view, response } of questions) {
      view.show(response());
      view.lock(isOver);
      if (isOver) view.reveal(response(), true);
      else view.conceal();
      explain(element, isOver ? '' : null);
    }
    const left = attemptsLeft(session.outline, session.state(), page);
    if (begin) {
      begin.hidden = stage() === 'questions' || left === 0;
      begin.textContent = word(stage() === 'result' ? 'assessment.again' : 'assessment.begin');
    }
    if (attempts && left !== null)
      attempts.textContent =
        left === 0
          ? word('assessment.attemptsOut')
          : attempt()
            ? word('assessment.attemptsLeft', { count: left })
            : word('assessment.limited', { count: left });
    if (stage() === 'result' && result) showResult(result);
    else result?.replaceChildren();
    if (stage() === 'questions') showStep(false);
  };

  update();
  session.listen((event) => {
    if (event.type === 'page-shown' && event.page === page && stage() === 'questions') showStep(false);
  });
  begin?.addEventListener('click', () => {
    session.happen({ type: 'assessment-begun', page });
    current = 0;
    update();
    showStep(true);
  });
  const turn = (by: number) => () => {
    current += by;
    showStep(true);
  };
  previous?.addEventListener('click', turn(-1));
  next?.addEventListener('click', turn(1));
  submit?.addEventListener('click', () => {
    const open = ids.filter((id) => !isAnswered(id));
    const [first] = open;
    if (first !== undefined) {
      current = ids.indexOf(first);
      showStep(true);
      if (status) status.textContent = word('assessment.open', { count: open.length });
      return;
    }
    session.happen({ type: 'assessment-submitted', page });
    update();
    result?.querySelector<HTMLElement>('h3')?.focus();
  });
}
