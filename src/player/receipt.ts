/** A receipt of what was done and what the LMS acknowledged: a file to keep; the tools print it. */
import { outlinePages } from '../course/outline.ts';
import { intlLocale } from '../locales/direction.ts';
import type { Word } from '../locales/word.ts';
import { checkCode } from '../session/check-code.ts';
import { isPageDone, successOf } from '../session/completion.ts';
import type { Report } from '../session/report.ts';
import { scoreOf } from '../session/scoring.ts';
import type { SaveState } from '../sitting/saver.ts';
import type { OpenedSitting } from '../sitting/sitting.ts';
import { keepFile } from './keep-file.ts';

export type Saved = Extract<SaveState, { readonly is: 'saved' }>;

export type Row = readonly [label: string, value: string];

/**
 * Keeps a receipt as a file where the learner asks for one: without a network as well.
 * @param acknowledged what the LMS has acknowledged last; null before it acknowledged anything
 * @returns the rows of a receipt as things stand
 */
export function connectReceipt(
  document: Document,
  sitting: OpenedSitting,
  acknowledged: () => Saved | null,
  word: Word,
): () => readonly Row[] {
  const rows = () => receiptRows(sitting, acknowledged(), word);
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-receipt]'))
      keepFile(document, `${sitting.session.outline.id}-receipt.txt`, rows().map(line).join('\n'));
  });
  return rows;
}

/** Everything that a lost record could be proven by; the last row is the check code over those before it. */
function receiptRows({ session, opening }: OpenedSitting, acknowledged: Saved | null, word: Word): Row[] {
  const { outline } = session;
  const state = session.state();
  const when = new Intl.DateTimeFormat(intlLocale(outline.language), {
    dateStyle: 'long',
    timeStyle: 'long',
  });
  const pages = outlinePages(outline);
  const success = successOf(outline, state);
  const judged = (score: number | null, is: Report['success']) =>
    [
      score === null ? '' : word('result.score', { score }),
      is === 'unknown' ? '' : word(is === 'passed' ? 'result.passed' : 'result.failed'),
    ].filter(Boolean);
  const minutes = Object.values(state.time).reduce((sum, time) => sum + time, 0) / 60_000;
  const told = acknowledged && judged(acknowledged.report.score, acknowledged.report.success).join('. ');
  const learner = [opening.learnerName, opening.learner && `(${opening.learner})`].filter(Boolean).join(' ');
  const rows: Row[] = [
    [word('receipt.course'), `${outline.title} (${outline.id})`],
    [word('receipt.version'), outline.version],
    ...(learner === '' ? [] : [[word('receipt.learner'), learner] as const]),
    [word('receipt.date'), when.format(session.now())],
    [
      word('receipt.progress'),
      word('nav.progress', {
        done: pages.filter((page) => isPageDone(outline, state, page)).length,
        total: pages.length,
      }),
    ],
    [
      word('receipt.score'),
      judged(import.meta.asksNothing ? null : scoreOf(outline, state), success).join('. ') ||
        word('receipt.none'),
    ],
    [word('receipt.time'), word('minutes', { count: minutes })],
    [
      word('receipt.acknowledged'),
      acknowledged
        ? word('receipt.toldAt', {
            what: told || word('receipt.place'),
            time: when.format(acknowledged.at),
          })
        : word('receipt.none'),
    ],
  ];
  return [...rows, [word('receipt.code'), checkCode(rows.map(line))]];
}

/** As it stands in the file: the check code is made of these lines. */
function line([label, value]: Row): string {
  return `${label}: ${value}`;
}
