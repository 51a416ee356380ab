/** Starts the player: reads the package's data, opens the tracker, and joins the parts. Reads like a table of contents. */
import { type Word, wordsIn } from '../locales/word.ts';
import { beginSitting } from '../session/state.ts';
import type { Tracker } from '../session/tracker.ts';
import { deviceOf } from './device.ts';
import type { Kit } from './kit.ts';
import { watchLeaving } from './leaving.ts';
import { connectOutline } from './outline-panel.ts';
import { readPackageData } from './package-data.ts';
import { createPages, type Pages } from './pages.ts';
import { openForPrint } from './printing.ts';
import { resumedProgress } from './resume.ts';
import { saveIndicator } from './save-indicator.ts';
import { createSaver, type SaveState } from './saver.ts';
import { createSession, type Session } from './session.ts';

export async function startPlayer(tracker: Tracker, kit: Kit): Promise<void> {
  const { outline: packed, words } = readPackageData(document);
  const word = wordsIn(packed.language, words);
  const indicate = saveIndicator(document, packed.language, word);
  indicate({ is: 'connecting' });

  const opening = await tracker.open();
  const outline =
    packed.passMark === null ? packed : { ...packed, passMark: opening.passMark ?? packed.passMark };
  const device = deviceOf(() => window.localStorage, outline.id, opening.learner);
  const progress = resumedProgress(outline, opening, device.read());
  const session = createSession(outline, kit.questions, beginSitting(progress, Date.now()), Date.now);

  let saved: SaveState = { is: 'connecting' };
  const results = new Map<string, (state: SaveState) => void>();
  const saver = createSaver(session, tracker, opening, device, (state) => {
    saved = state;
    indicate(state);
    for (const tell of results.values()) tell(state);
  });

  connectBlocks(session, kit, word);
  kit.connectQuestions?.(session, kit, word, (page, tell) => {
    tell(saved);
    results.set(page, tell);
  });
  const pages = createPages(document, session, word);
  connectOutline(document, session, word);
  connectStart(session, pages, word);
  watchLeaving(window, session, saver);
  openForPrint(window);
  document.documentElement.dataset.started = '';
  pages.show(progress.page, progress.page !== '');
}

/** The blocks that keep the learner's words. */
function connectBlocks(session: Session, kit: Kit, word: Word): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-block]')) {
    const behaviour = kit.blocks[element.dataset.block ?? ''];
    const id = element.dataset.id ?? '';
    const keep = (text: string) => session.happen({ type: 'text-written', block: id, text });
    behaviour?.(element, session.state().texts[id] ?? '', keep, word);
  }
}

/** The start screen's button, and in an LMS that knows the learner already, where it leads. */
function connectStart(session: Session, pages: Pages, word: Word): void {
  const button = document.querySelector<HTMLButtonElement>('[data-action="start"]');
  const first = session.outline.lessons[0]?.pages[0]?.id ?? '';
  let last = session.state().page;
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
