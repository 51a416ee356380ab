/** The result of an assessment: score, pass mark, what came of each outcome and where to read again. */
import { type AssessmentOutline, outlinePages } from '../course/outline.ts';
import type { Word } from '../locales/word.ts';
import { successOf } from '../session/report.ts';
import { pointsOf, toPercent } from '../session/scoring.ts';
import { element } from './element.ts';
import type { SaveState } from './saver.ts';
import type { Session } from './session.ts';

/** Fills `root`; the returned function keeps its line about the LMS true. */
export function showResult(
  session: Session,
  page: string,
  assessment: AssessmentOutline,
  word: Word,
  root: HTMLElement,
): (saved: SaveState) => void {
  const { outline } = session;
  const attempt = session.state().attempts[page];
  const score = toPercent(attempt?.last ?? 0);
  const best = toPercent(attempt?.best ?? 0);
  const success = successOf(outline.passMark, score);
  const told = element('p', { class: 'result-told' });

  root.dataset.success = success;
  root.replaceChildren(
    element('h3', { tabindex: '-1' }, word('result.title')),
    element('p', { class: 'result-score' }, word('result.score', { score })),
    ...(outline.passMark === null
      ? []
      : [
          element(
            'p',
            { class: 'result-verdict' },
            element('strong', {}, word(success === 'passed' ? 'result.passed' : 'result.failed')),
            ' ',
            word('result.markIs', { mark: outline.passMark }),
            ...(best > score ? [' ', word('result.best', { score: best })] : []),
          ),
        ]),
    told,
    element('h4', {}, word('result.outcome')),
    element('ul', { class: 'result-outcomes' }, ...outcomeRows(session, assessment, word)),
  );
  return (saved) => {
    told.textContent =
      saved.is === 'review'
        ? word('result.toldNothing')
        : saved.is === 'device' || saved.is === 'nowhere' || saved.is === 'refused'
          ? word('result.toldDevice')
          : saved.is === 'saved'
            ? word('result.toldLms', { score: best })
            : saved.is === 'saving'
              ? word('save.saving')
              : word('result.toldWaiting');
  };
}

/** A row for each outcome that was asked about; where points were lost, the pages that teach it. */
function outcomeRows(session: Session, { questions }: AssessmentOutline, word: Word): HTMLElement[] {
  const { outline } = session;
  return outline.outcomes.flatMap(({ id, text }) => {
    const ids = questions.filter((question) => outline.questions[question]?.outcome === id);
    if (ids.length === 0) return [];
    const { earned, possible } = pointsOf(outline, session.logics, session.state(), ids);
    const pages =
      earned < possible
        ? outlinePages(outline).filter((page) => !page.assessment && page.outcomes.includes(id))
        : [];
    const links = pages.flatMap((page, index) => [
      index === 0 ? ' ' : ', ',
      element('a', { href: `#${page.id}` }, page.title),
    ]);
    return [
      element(
        'li',
        {},
        element('span', {}, text),
        element('span', { class: 'result-points' }, word('result.outcomeScore', { earned, possible })),
        element('progress', { max: String(possible), value: String(earned), 'aria-label': text }),
        ...(links.length > 0 ? [element('p', {}, word('result.read'), ...links)] : []),
      ),
    ];
  });
}
