/** A receipt of what was done and what the LMS acknowledged: a file to keep, or a sheet of paper. */
import { outlinePages } from '../course/outline.ts';
import { intlLocale } from '../locales/direction.ts';
import type { Word } from '../locales/word.ts';
import { checkCode } from '../session/check-code.ts';
import { isPageDone, successOf } from '../session/completion.ts';
import type { Report } from '../session/report.ts';
import { scoreOf } from '../session/scoring.ts';
import type { SaveState } from '../sitting/saver.ts';
import type { OpenedSitting } from '../sitting/sitting.ts';
import { element } from './element.ts';

export type Saved = Extract<SaveState, { readonly is: 'saved' }>;

/** @param acknowledged what the LMS has acknowledged last; null before it acknowledged anything */
export function connectReceipt(
  window: Window,
  sitting: OpenedSitting,
  acknowledged: () => Saved | null,
  word: Word,
): void {
  const { document } = window;
  const rows = () => receiptRows(sitting, acknowledged(), word);
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-receipt]') : null;
    if (button?.dataset.receipt === 'keep') keep(document, sitting.session.outline.id, rows());
    if (button?.dataset.receipt === 'print') print(window, word('receipt.title'), rows());
  });
}

type Row = readonly [label: string, value: string];

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
    [word('receipt.score'), judged(scoreOf(outline, state), success).join('. ') || word('receipt.none')],
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

function keep(document: Document, course: string, rows: readonly Row[]): void {
  const file = new Blob([`${rows.map(line).join('\n')}\n`], { type: 'text/plain;charset=utf-8' });
  const link = element('a', { href: URL.createObjectURL(file), download: `${course}-receipt.txt` });
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(link.href);
}

function print(window: Window, title: string, rows: readonly Row[]): void {
  const { body } = window.document;
  const list = rows.flatMap(([label, value]) => [element('dt', {}, label), element('dd', {}, value)]);
  const sheet = element(
    'section',
    { class: 'receipt' },
    element('h2', {}, title),
    element('dl', {}, ...list),
  );
  body.append(sheet);
  window.addEventListener('afterprint', () => sheet.remove(), { once: true });
  window.print();
}
