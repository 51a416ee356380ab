/** An assessment: one question after the other, submitted as a whole, then its result. */
import type { AssessmentOutline } from '../course/outline.ts';
import type { Word } from '../locales/word.ts';
import { attemptsLeft } from '../session/answering.ts';
import { pointsOf } from '../session/scoring.ts';
import { deadlineOf } from '../session/time.ts';
import type { Session } from '../sitting/session.ts';
import { explain, type ShownQuestion, verdictOn } from './question.ts';
import { shuffleLists } from './shuffle.ts';
import { watchTimeLimit } from './time-limit.ts';
import { fitTurns } from './turns.ts';

/**
 * @param page       the page that it is on
 * @param show       brings a question to life: only those that are asked, of a pool that may be large
 * @param seed       a new whole number each time: it decides which questions an attempt asks
 * @param showResult fills the element with the result of the submitted attempt
 */
export function connectAssessment(
  container: HTMLElement,
  session: Session,
  assessment: AssessmentOutline,
  show: (element: HTMLElement) => ShownQuestion | null,
  word: Word,
  seed: () => number,
  showResult: (element: HTMLElement) => void,
): void {
  const page = container.id;
  const root = container.querySelector<HTMLElement>('[data-assessment]');
  if (!root) return;
  const action = (name: string) => root.querySelector<HTMLButtonElement>(`[data-action="${name}"]`);
  const part = (name: string) => root.querySelector<HTMLElement>(`.assessment-${name}`);
  const [begin, previous, next] = [action('begin'), action('previous'), action('next')];
  const submit = action('submit');
  const [status, result, attempts] = [part('status'), part('result'), part('attempts')];
  const longer = root.querySelector<HTMLSelectElement>('.assessment-longer select');

  const attempt = () => session.state().attempts[page];
  const answerTo = (id: string) => session.state().answers[id];
  const stage = () => (attempt()?.isSubmitted ? 'result' : attempt() ? 'questions' : 'intro');
  const pointsFor = (id: string) => {
    const { earned, possible } = pointsOf(session.outline, session.logics, session.state(), [id]);
    return word('result.outcomeScore', { earned, possible });
  };
  const isOpen = ({ id, view }: ShownQuestion) => !view.isComplete(answerTo(id)?.response ?? []);
  const items = new Map<string | undefined, HTMLLIElement>();
  for (const item of root.querySelectorAll<HTMLLIElement>('.assessment-questions > li'))
    items.set(item.querySelector<HTMLElement>('[data-question]')?.dataset.question, item);
  const met = new Map<string, ShownQuestion | null>();
  const meet = (id: string) => {
    const element = items.get(id)?.querySelector<HTMLElement>('[data-question]');
    const question = met.get(id) ?? (element ? show(element) : null);
    if (question && !met.has(id)) connectCheck(question);
    met.set(id, question);
    return question ?? [];
  };
  let asked: readonly ShownQuestion[] = [];
  let current = 0;

  /** The questions of this attempt in its own order; the others of the pool are out of the way. */
  const arrange = () => {
    const { drawn = [], number, begunAt } = attempt() ?? {};
    asked = drawn.flatMap(meet);
    for (const item of items.values()) {
      item.toggleAttribute('data-left-out', true);
      item.removeAttribute('data-current');
    }
    for (const [index, { id, element }] of asked.entries()) {
      const item = items.get(id);
      if (!item) continue;
      item.removeAttribute('data-left-out');
      item.parentElement?.append(item);
      item
        .querySelector('.question-label')
        ?.replaceChildren(word('assessment.place', { number: index + 1, total: asked.length }));
      shuffleLists(element, `${id} ${number} ${begunAt}`);
    }
    current = Math.max(0, asked.findIndex(isOpen));
  };
  const showStep = (focus: boolean) => {
    for (const [index, { id }] of asked.entries()) {
      const item = items.get(id);
      item?.toggleAttribute('data-current', index === current);
      if (index !== current) continue;
      if (session.state().page === page) session.happen({ type: 'question-met', question: id });
    }
    const isLast = current === asked.length - 1;
    if (previous) previous.hidden = current === 0;
    if (next) next.hidden = isLast;
    if (submit) submit.hidden = !isLast;
    status?.replaceChildren();
    if (focus) goTo(root.querySelector('[data-current] .question-label'));
  };
  const showQuestion = ({ id, element, view, response }: ShownQuestion) => {
    const isOver = stage() === 'result';
    const isFinal = answerTo(id)?.isFinal ?? false;
    const isShown = assessment.feedback !== 'never' && (isOver || isFinal);
    view.show(response());
    view.lock(isOver || isFinal);
    if (isShown) view.reveal(response(), true);
    else view.conceal();
    if (isShown) explain(element, pointsFor(id), [verdictOn(session, id), 'explanation']);
    else explain(element, '', []);
    const check = element.querySelector<HTMLButtonElement>('[data-action="check"]');
    if (check) check.hidden = isOver || isFinal;
  };
  const update = () => {
    root.dataset.stage = stage();
    fitTurns(container);
    for (const question of asked) showQuestion(question);
    const left = attemptsLeft(session.outline, session.state(), page);
    if (begin) {
      begin.hidden = stage() === 'questions' || left === 0;
      begin.textContent = word(stage() === 'result' ? 'assessment.again' : 'assessment.begin');
    }
    if (longer) longer.disabled = left === 0;
    if (attempts && left !== null && attempt())
      attempts.textContent =
        left === 0 ? word('assessment.attemptsOut') : word('assessment.attemptsLeft', { count: left });
    if (stage() === 'result' && result) showResult(result);
    else result?.replaceChildren();
    if (stage() === 'questions') showStep(false);
    watchTime();
  };
  const handIn = () => {
    session.happen({ type: 'assessment-submitted', page });
    update();
    goTo(result?.querySelector('h3'));
  };
  const deadline = () => deadlineOf(assessment, attempt());
  const watchTime = watchTimeLimit(root, deadline, session.now, word, () => {
    handIn();
    result?.prepend(word('assessment.timeUp'));
  });

  const connectCheck = (question: ShownQuestion) =>
    question.element.querySelector('[data-action="check"]')?.addEventListener('click', () => {
      const said = question.element.querySelector<HTMLElement>('.question-status');
      if (isOpen(question)) return said?.replaceChildren(word('question.complete'));
      session.happen({ type: 'checked', question: question.id });
      showQuestion(question);
      said?.focus();
    });

  arrange();
  update();
  session.listen((event) => {
    if (event.type === 'page-shown' && event.page === page && stage() === 'questions') showStep(false);
  });
  begin?.addEventListener('click', () => {
    const timeFactor = Number(longer?.value ?? 1);
    session.happen({ type: 'assessment-begun', page, seed: seed(), timeFactor });
    arrange();
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
    const open = asked.filter(isOpen);
    const [first] = open;
    if (!first) return handIn();
    current = asked.indexOf(first);
    showStep(true);
    status?.replaceChildren(word('assessment.open', { count: open.length }));
  });
}

/** To the top of the window: what stands before it on the page may fill the screen of a phone. */
function goTo(element: HTMLElement | null | undefined): void {
  element?.focus();
  element?.scrollIntoView({ behavior: 'instant' });
}
