/** Starts the player: reads the package's data, opens the tracker, and joins the parts. Reads like a table of contents. */
import { assessedPages } from '../course/outline.ts';
import { type Word, wordsIn } from '../locales/word.ts';
import { deadlineOf } from '../session/time.ts';
import type { Tracker } from '../session/tracker.ts';
import { systemClock } from '../sitting/clock.ts';
import type { SaveState } from '../sitting/saver.ts';
import type { Session } from '../sitting/session.ts';
import { openSitting } from '../sitting/sitting.ts';
import { connectBarMenus } from './bar-menus.ts';
import { connectExit } from './exit.ts';
import type { Kit } from './kit.ts';
import { connectLanguages, passDoor } from './languages.ts';
import { joinLate } from './late-lms.ts';
import { watchLeaving } from './leaving.ts';
import { connectLessonEnd } from './lesson-end.ts';
import { tellLmsRules } from './lms-rules.ts';
import { leaveToNextLoad, loadBefore } from './load-before.ts';
import { showNotice } from './notice.ts';
import { type WindowGuard, windowGuard } from './one-window.ts';
import { connectOutcomes } from './outcome-progress.ts';
import { connectOutline } from './outline-panel.ts';
import { readPackageData } from './package-data.ts';
import { pageLife } from './page-life.ts';
import { createPages, type Pages } from './pages.ts';
import { openForPrint } from './printing.ts';
import { connectReceipt, type Saved } from './receipt.ts';
import { saveIndicator } from './save-indicator.ts';
import { connectSavePanel } from './save-panel.ts';
import { connectTools } from './tools.ts';

export async function startPlayer(tracker: Tracker, kit: Kit): Promise<void> {
  const { outline: packed, words, door } = readPackageData(document);
  if (import.meta.speaksSeveral && door) return passDoor(window, tracker, packed.id, door);
  const word = wordsIn(packed.language, words);
  const indicate = saveIndicator(document, packed.language, word);
  indicate({ is: 'connecting' });
  const guard = windowGuard(window, packed.id);
  if (!(await guard.claim())) return yieldTo(guard, indicate, word);

  let saved: SaveState = { is: 'connecting' };
  let acknowledged: Saved | null = null;
  const results = new Map<string, (state: SaveState) => void>();
  const show = (state: SaveState) => {
    saved = state;
    if (state.is === 'saved') acknowledged = state;
    indicate(state);
    for (const tell of results.values()) tell(state);
    panel?.(state);
  };
  let stopJoining = () => {};
  let panel: ((state: SaveState) => void) | undefined;
  const before = loadBefore(() => window.sessionStorage);
  const sitting = openSitting(
    packed,
    kit.questions,
    tracker,
    await tracker.open(before.isBegun),
    () => window.localStorage,
    systemClock,
    show,
    before,
  );
  const { session, saver } = sitting;
  guard.whenTaken(() => {
    stopJoining();
    saver.close();
    yieldTo(guard, indicate, word);
  });

  connectBarMenus(document);
  panel = connectSavePanel(document, saver, packed.language, word);
  panel(saved);
  const receipt = connectReceipt(document, sitting, () => acknowledged, word);
  const connectQuestions = kit.connectQuestions?.(session, kit, word, (page, tell) => {
    tell(saved);
    results.set(page, tell);
  });
  const bringToLife = pageLife(session, kit, word, connectQuestions);
  const pages = createPages(document, session, word, bringToLife);
  if (!import.meta.asksNothing) goOnCounting(session, bringToLife);
  connectOutline(document, session, word);
  if (!import.meta.asksNothing) connectOutcomes(document, session, word);
  connectStart(session, pages, word, import.meta.speaksSeveral ? before.page : '');
  tellLmsRules(document, packed, session.outline, word);
  connectTools(window, sitting, pages, receipt, word);
  if (!import.meta.isOneSco)
    connectLessonEnd(document, session, sitting.opening.connection, tracker, saver, word);
  if (import.meta.speaksSeveral) connectLanguages(window, sitting, tracker);
  watchLeaving(window, session, saver);
  if (!import.meta.isOneWay) connectExit(window, sitting);
  openForPrint(window, bringToLife);
  document.documentElement.dataset.started = '';
  const page = linkedPage() ?? session.state().page;
  pages.show(page, page !== '');
  if (sitting.isUnreadable) showNotice(document, word('notice.lost'), word('notice.close'));
  stopJoining = joinLate(window, tracker, sitting);
}

/** The page that the address names, as a link from outside does; a window that is loaded anew goes on where it was. */
function linkedPage(): string | undefined {
  const page = document.getElementById(window.location.hash.slice(1))?.closest('main > .page');
  if (page) window.location.replace('#');
  return page?.id;
}

/** Another window has the course: this one only says so, and offers to take it over. */
function yieldTo(guard: WindowGuard, indicate: (state: SaveState) => void, word: Word): void {
  indicate({ is: 'elsewhere' });
  for (const part of document.querySelectorAll<HTMLElement>(
    '.page, .outline, .turns, .bar details, [data-tool]',
  ))
    part.inert = true;
  showNotice(document, word('save.elsewhere'), word('notice.goOn'), () => {
    void guard.takeOver().then((isGiven) => {
      if (isGiven) leaveToNextLoad(window.sessionStorage, { isGiven });
      window.location.reload();
    });
  });
}

/** An attempt with a time limit runs on, whatever page the learner comes back to. */
function goOnCounting({ outline, state }: Session, bringToLife: (page: HTMLElement) => void): void {
  for (const { id, assessment } of assessedPages(outline)) {
    const page = document.getElementById(id);
    if (page && deadlineOf(assessment, state().attempts[id]) !== null) bringToLife(page);
  }
}

/** The start screen's button, and in an LMS that knows the learner already, where it leads. */
function connectStart(session: Session, pages: Pages, word: Word, pageBefore = ''): void {
  const button = document.querySelector<HTMLButtonElement>('[data-action="start"]');
  const first = session.outline.lessons[0]?.pages[0]?.id ?? '';
  let last = session.state().page || pageBefore;
  const update = () => {
    if (button) button.textContent = word(last === '' ? 'start.begin' : 'start.continue');
  };
  update();
  button?.removeAttribute('disabled');
  button?.addEventListener('click', () => pages.show(last || first, true));
  session.listen((event) => {
    if (event.type !== 'page-shown' || event.page === '') return;
    last = event.page;
    update();
  });
}
