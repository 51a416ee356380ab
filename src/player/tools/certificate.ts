/** The certificate of a course that is done: a sheet to print, and its facts as a file that can be checked. */

import { intlLocale } from '../../locales/direction.ts';
import { certificateLines, certificateStanding, type Fact, spokenName } from '../../session/certificate.ts';
import { scoreOf } from '../../session/scoring.ts';
import { element } from '../element.ts';
import { keepFile } from '../keep-file.ts';
import { openPanel } from './panel.ts';
import { printFromPanel, printSheet } from './print-sheet.ts';
import type { Tool, ToolContext } from './tool.ts';

export const openCertificate: Tool = (context) => {
  const { sitting, word } = context;
  const { outline, state } = sitting.session;
  const { isEarned, pages, isToBePassed } = certificateStanding(outline, state());
  if (isEarned) return showCertificate(context);
  const open = [
    ...(pages > 0 ? [word('tools.certificatePages', { count: pages })] : []),
    ...(isToBePassed ? [word('tools.certificateAssessment')] : []),
  ];
  const items = (open.length > 0 ? open : [word('tools.certificateRest')]).map((text) =>
    element('li', {}, text),
  );
  openPanel(
    context,
    'certificate',
    word('tools.certificate'),
    element('p', {}, word('tools.certificateMissing')),
    element('ul', {}, ...items),
  );
};

/** As the learner wrote it, where no LMS says it. */
let ownName = '';

function showCertificate(context: ToolContext): void {
  const { document, window, sitting, word } = context;
  const { outline } = sitting.session;
  const given = spokenName(sitting.opening.learnerName);
  const place = element('div', { class: 'certificate-place' });
  const [print, keep] = [word('tools.print'), word('tools.keep')].map((label) =>
    element('button', { type: 'button' }, label),
  ) as [HTMLButtonElement, HTMLButtonElement];
  print.classList.add('main-button');
  const show = () => {
    const name = given || ownName.trim();
    place.replaceChildren(sheetOf(context, name));
    for (const button of [print, keep]) button.disabled = name === '';
  };
  const field = element('input', { id: 'cw-name', type: 'text', autocomplete: 'name', value: ownName });
  field.addEventListener('input', () => {
    ownName = field.value;
    show();
  });
  const asking = element('p', {}, element('label', { for: field.id }, word('tools.certificateName')), field);
  const copy = () => place.firstElementChild?.cloneNode(true) as HTMLElement;
  print.addEventListener('click', () => printSheet(window, copy()));
  keep.addEventListener('click', () => {
    const lines = certificateLines(factsOf(context, given || ownName.trim()), word('receipt.code'));
    keepFile(document, `${outline.id}-certificate.txt`, lines.join('\n'));
  });
  show();
  const panel = openPanel(
    context,
    'certificate',
    word('tools.certificate'),
    ...(given === '' ? [asking] : []),
    element('p', { class: 'panel-actions' }, print, keep),
    element('p', { class: 'panel-note' }, word('tools.certificateHonest')),
    place,
  );
  printFromPanel(window, panel, () => (print.disabled ? null : copy()));
}

function factsOf({ sitting, word }: ToolContext, name: string): Fact[] {
  const { outline, state, now } = sitting.session;
  const score = import.meta.asksNothing ? null : scoreOf(outline, state());
  const date = new Intl.DateTimeFormat(intlLocale(outline.language), { dateStyle: 'long' }).format(now());
  return [
    [word('receipt.course'), `${outline.title} (${outline.id})`],
    [word('receipt.version'), outline.version],
    [word('receipt.learner'), name],
    [word('receipt.date'), date],
    ...(outline.certificate?.hasScore && score !== null
      ? [[word('receipt.score'), word('result.score', { score })] as const]
      : []),
    [word('tools.issuer'), outline.certificate?.issuer ?? ''],
  ];
}

function sheetOf(context: ToolContext, name: string): HTMLElement {
  const template = context.document.querySelector<HTMLTemplateElement>('#cw-certificate');
  const sheet = template?.content.firstElementChild?.cloneNode(true) as HTMLElement;
  sheet.querySelector('.certificate-name')?.replaceChildren(name);
  const facts = factsOf(context, name);
  const code = certificateLines(facts, context.word('receipt.code')).at(-1)?.split(': ').at(-1) ?? '';
  const shown: Fact[] = [...facts, [context.word('receipt.code'), code]];
  sheet
    .querySelector('.certificate-facts')
    ?.replaceChildren(
      ...shown.map(([label, value]) =>
        element('div', {}, element('dt', {}, label), element('dd', { dir: 'auto' }, value)),
      ),
    );
  return sheet;
}
