/** The panel beside the course: what an administrator would see, calls, refusals, data model, mistakes. */
import { formatProblem, type Problem } from '../../../src/course/problem.ts';
import type { LrsView, PreviewState } from '../state.ts';
import type { Sitting } from './lms.ts';
import { errorInWords } from './words.ts';

const byId = (id: string) => document.getElementById(id) as HTMLElement;

function element(name: string, text: string, kind = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

/** @param record what the LMS keeps, in the words of its standard; null before the first commit */
export function showRecord(record: Readonly<Record<string, unknown>> | null, list = 'report'): void {
  const shown = Object.entries(record ?? { status: 'nothing was committed yet' }).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? `${value.length}` : String(value ?? '');
    const length = name === 'suspendData' ? ` (${text.length} characters)` : '';
    return [
      element('dt', inWords(name)),
      element('dd', (text.length > 120 ? `${text.slice(0, 120)}…` : text || '–') + length),
    ];
  });
  byId(list).replaceChildren(...shown);
}

function inWords(name: string): string {
  return name.replace(/([A-Z])/g, ' $1').toLowerCase();
}

type Told = 'scorm' | 'lrs';
const refused: Record<Told, readonly string[]> = { scorm: [], lrs: [] };

/** Which of the lists beside the course tell something: those of SCORM, of an LRS, of both, or none. */
export function showKinds(kinds: readonly Told[]): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-told]'))
    part.hidden = !kinds.includes(part.dataset.told as Told);
  if (kinds.length === 0) byId('report').replaceChildren(element('dd', 'There is no LMS: nothing is told.'));
  showRefusals('scorm', []);
  showRefusals('lrs', []);
}

function showRefusals(by: Told, refusals: readonly string[]): void {
  refused[by] = refusals;
  const all = [...refused.scorm, ...refused.lrs];
  byId('violation-count').textContent = String(all.length);
  byId('violations').replaceChildren(...all.map((one) => element('li', one)));
}

/** The LRS that a package of SCORM tells besides, and why it is not the one that the course names. */
export function showBesides(besides: PreviewState['besides']): void {
  byId('besides').hidden = besides === null;
  byId('besides-note').textContent = besides?.named
    ? `The course names ${besides.named}. Nothing goes there from a preview: in its place, the preview’s own LRS is told.`
    : 'The launch names an LRS, as an LMS can: the preview’s own.';
}

/**
 * What the LRS holds of the learner, and what it refused.
 * @param isBesides whether the LMS has a record of its own
 */
export function showLrs(
  { report, statements, documents, refusals, requests }: LrsView,
  isBesides: boolean,
): void {
  showRecord(report, isBesides ? 'lrs-report' : 'report');
  showRefusals('lrs', refusals);
  byId('statement-count').textContent = String(statements.length);
  byId('statements').replaceChildren(
    ...[...statements].reverse().map(({ at, words, json }) => {
      const entry = document.createElement('li');
      const whole = document.createElement('details');
      whole.append(
        element('summary', `${new Date(at).toLocaleTimeString()}  ${words}`),
        element('pre', json),
      );
      entry.append(whole);
      return entry;
    }),
  );
  byId('documents').replaceChildren(
    ...documents.flatMap(({ id, content }) => [element('dt', id), element('dd', cut(content))]),
  );
  byId('requests').replaceChildren(
    ...[...requests].reverse().map((one) => element('li', one, / [23]\d\d$| 404$/.test(one) ? '' : 'failed')),
  );
}

export function showSitting({ calls, violations, model }: Sitting): void {
  byId('call-count').textContent = String(calls.length);
  showRefusals('scorm', violations);
  byId('calls').replaceChildren(
    ...calls
      .slice(-200)
      .reverse()
      .map(({ name, args, result, error, at }) => {
        const entry = element('li', `${(at / 1000).toFixed(1)} s  `, error === '0' ? '' : 'failed');
        entry.append(
          element('code', `${name}(${args.map((one) => JSON.stringify(cut(String(one)))).join(', ')})`),
        );
        entry.append(
          ` → ${JSON.stringify(cut(result))}${error === '0' ? '' : `, ${error}: ${errorInWords(error)}`}`,
        );
        return entry;
      }),
  );
  const rows = [...model].map(([name, value]) => {
    const row = document.createElement('tr');
    const head = element('th', name);
    head.setAttribute('scope', 'row');
    row.append(head, element('td', cut(value)));
    return row;
  });
  document.querySelector('#model tbody')?.replaceChildren(...rows);
}

function cut(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

/** Mistakes lie over the page until they are mended; advice stands in the panel. */
export function showProblems(problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const advice = problems.filter(({ severity }) => severity === 'warning');
  const overlay = byId('problems');
  overlay.hidden = errors.length === 0;
  overlay.querySelector('ul')?.replaceChildren(...errors.map((one) => element('li', formatProblem(one))));
  byId('advice-count').textContent = String(advice.length);
  byId('advice').replaceChildren(...advice.map((one) => element('li', formatProblem(one))));
}
