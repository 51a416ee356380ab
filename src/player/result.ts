/** The result of an assessment: score, pass mark, what came of each outcome and where to read again. */
import { type AssessmentOutline, outlinePages, type PageOutline } from '../course/outline.ts';
import type { Word } from '../locales/word.ts';
import { isPageDone } from '../session/completion.ts';
import { gradeOf, passes, pointsOf, resultOf, scoreOf, toPercent } from '../session/scoring.ts';
import type { SaveState } from '../sitting/saver.ts';
import type { Session } from '../sitting/session.ts';
import { element } from './element.ts';

/** Fills `root`; the returned function keeps its line about the LMS true. */
export function showResult(
  session: Session,
  page: string,
  assessment: AssessmentOutline,
  word: Word,
  root: HTMLElement,
): (saved: SaveState) => void {
  const { outline } = session;
  const { drawn = [], counted } = session.state().attempts[page] ?? {};
  const result = resultOf(outline, session.logics, session.state(), drawn);
  const score = toPercent(result.share);
  const countedScore = toPercent(counted?.share ?? result.share);
  const success = passes(outline.passMark ?? 0, assessment, result) ? 'passed' : 'failed';
  const told = element('p', { class: 'result-told' });

  root.dataset.success = success;
  root.replaceChildren(
    element('h3', { tabindex: '-1' }, word('result.title')),
    element('p', { class: 'result-score' }, word('result.score', { score })),
    ...(outline.passMark === null || assessment.isPretest
      ? []
      : [
          element(
            'p',
            { class: 'result-verdict' },
            element('strong', {}, word(success === 'passed' ? 'result.passed' : 'result.failed')),
            ' ',
            word('result.markIs', { mark: outline.passMark }),
            ...(assessment.outcomePassMark === null
              ? []
              : [' ', word('assessment.outcomeMark', { mark: assessment.outcomePassMark })]),
            ...(countedScore === score
              ? []
              : [' ', word(countedWords[assessment.counts], { score: countedScore })]),
          ),
        ]),
    told,
    ...(success === 'passed' && !assessment.isPretest ? certificateOffer(root.ownerDocument) : []),
    element(
      'p',
      { class: 'receipt-actions' },
      element('button', { type: 'button', 'data-receipt': 'keep' }, word('receipt.keep')),
      element('button', { type: 'button', 'data-tool': 'receipt' }, word('receipt.print')),
    ),
    element('h4', {}, word('result.outcome')),
    element('ul', { class: 'result-outcomes' }, ...outcomeRows(session, drawn, assessment, word)),
  );
  return (saved) => {
    told.textContent =
      saved.is === 'review'
        ? word('result.toldNothing')
        : saved.is === 'device' || saved.is === 'nowhere' || saved.is === 'refused'
          ? word('result.toldDevice')
          : saved.is === 'saved'
            ? lmsHolds(scoreOf(outline, session.state()), word)
            : saved.is === 'saving'
              ? word('save.saving')
              : word(saved.is === 'ended' ? 'save.ended' : 'result.toldWaiting');
  };
}

/** What the menu of tools offers as well, where the course has a certificate: here it is looked for. */
function certificateOffer(document: Document): HTMLElement[] {
  const label = document.querySelector('[data-tool="certificate"]')?.textContent;
  const attributes = { type: 'button', class: 'main-button', 'data-tool': 'certificate' };
  return label ? [element('p', {}, element('button', attributes, label))] : [];
}

const countedWords = { best: 'result.best', last: 'result.counted', first: 'result.counted' } as const;

/** A score is told when all that counts for it was taken. */
function lmsHolds(score: number | null, word: Word): string {
  return score === null ? word('result.toldAnswers') : word('result.toldLms', { score });
}

/**
 * A row for each outcome that was asked about; where points were lost, the pages that teach it. After a pre-test
 * the pages that can be left out.
 */
function outcomeRows(
  session: Session,
  drawn: readonly string[],
  { isPretest }: AssessmentOutline,
  word: Word,
): HTMLElement[] {
  const { outline } = session;
  return outline.outcomes.flatMap(({ id, text }) => {
    const ids = drawn.filter((question) => outline.questions[question]?.outcome === id);
    if (ids.length === 0) return [];
    const { earned, possible } = pointsOf(outline, session.logics, session.state(), ids);
    const teaching = outlinePages(outline).filter((page) => !page.assessment && page.outcomes.includes(id));
    const isKnown = isPretest && teaching.some((page) => isPageDone(outline, session.state(), page));
    const pages = isKnown
      ? teaching.filter((page) => isPageDone(outline, session.state(), page))
      : earned < possible
        ? pagesToRead(session, ids, teaching)
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
        ...(links.length > 0
          ? [element('p', {}, word(isKnown ? 'result.known' : 'result.read'), ...links)]
          : []),
      ),
    ];
  });
}

/** The pages that teach what was lost; all that teach the outcome where a question does not say. */
function pagesToRead(
  session: Session,
  ids: readonly string[],
  teaching: readonly PageOutline[],
): readonly PageOutline[] {
  const { outline } = session;
  const lost = ids.filter((id) => gradeOf(outline, session.logics, session.state(), id) < 1);
  const named = lost.map((id) => outline.questions[id]?.taughtOn);
  if (named.includes(undefined)) return teaching;
  return outlinePages(outline).filter(({ id }) => named.some((pages) => pages?.includes(id)));
}
