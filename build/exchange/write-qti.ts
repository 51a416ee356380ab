/** Questions as a QTI 2.1 package: an item a question, the manifest, and the questions whole. Pure. */
import type { Question } from '../../src/course/block.ts';
import { gapPattern } from '../../src/questions/cloze/schema.ts';
import { renderInlineMarkdown, renderMarkdown, renderPlain } from '../pipeline/markdown.ts';
import { type PackageFile, textFile } from '../pipeline/package-file.ts';
import type { Unsaid } from './exchange.ts';
import { keep } from './kept.ts';
import type { AnyQuestion } from './write-gift.ts';

const namespace = 'http://www.imsglobal.org/xsd/imsqti_v2p1';
const templates = 'http://www.imsglobal.org/question/qti_v2p1/rptemplates';
/** Where the questions stand whole. */
export const keptFile = 'coursewright.json';

export function writeQti(questions: readonly Question[]): {
  files: PackageFile[];
  unsaid: readonly Unsaid[];
} {
  const unsaid: Unsaid[] = [];
  const whole: Record<string, string> = {};
  const items: PackageFile[] = [];
  for (const question of questions as readonly AnyQuestion[]) {
    const xml = itemOf(question, (message) => unsaid.push({ id: question.id, message }));
    whole[question.id] = keep(question, xml ?? '');
    if (xml === null)
      unsaid.push({
        id: question.id,
        message: `"${question.type}" has no item in QTI here: it is in ${keptFile} only.`,
      });
    else items.push(textFile(`items/${question.id}.xml`, xml));
  }
  const keptJson = textFile(keptFile, `${JSON.stringify(whole, null, 2)}\n`);
  return { files: [...items, keptJson, textFile('imsmanifest.xml', manifestOf(items))], unsaid };
}

function manifestOf(items: readonly PackageFile[]): string {
  const resources = items.map(
    ({ path }) =>
      `<resource identifier="${path.slice(6, -4)}" type="imsqti_item_xmlv2p1" href="${path}"><file href="${path}"/></resource>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="questions">',
    '<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>',
    '<organizations/>',
    '<resources>',
    ...resources,
    `<resource identifier="cw-whole" type="webcontent" href="${keptFile}"><file href="${keptFile}"/></resource>`,
    '</resources>',
    '</manifest>',
    '',
  ].join('\n');
}

interface Item {
  readonly cardinality: 'single' | 'multiple' | 'ordered';
  readonly baseType: 'identifier' | 'string' | 'float' | 'directedPair';
  readonly correct: readonly string[];
  /** Answers that earn the point besides the first. */
  readonly alsoRight?: readonly string[];
  readonly interaction: string;
  readonly feedback?: readonly (readonly [id: string, text: string])[];
}

function itemOf(question: AnyQuestion, say: (message: string) => void): string | null {
  const prompt = html(question.prompt);
  if (question.type === 'cloze') return wrapped(question, ...clozeOf(question, prompt));
  const item = partsOf(question, say);
  if (!item) return null;
  return wrapped(question, [declared('RESPONSE', item)], `<div>${prompt}</div>\n${item.interaction}`, item);
}

function wrapped(question: AnyQuestion, declarations: readonly string[], body: string, item?: Item): string {
  const feedback = [
    ...(item?.feedback ?? []),
    ...(question.explanation ? [['explanation', question.explanation] as const] : []),
  ];
  const template = item?.alsoRight ? 'map_response' : 'match_correct';
  const isScored = item === undefined || item.correct.length > 0;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<assessmentItem xmlns="${namespace}" identifier="${question.id}" title="${escaped(renderPlain(question.prompt)).slice(0, 120)}" adaptive="false" timeDependent="false">`,
    ...declarations,
    '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>',
    ...(feedback.length > 0
      ? ['<outcomeDeclaration identifier="FEEDBACK" cardinality="multiple" baseType="identifier"/>']
      : []),
    `<itemBody>\n${body}\n</itemBody>`,
    ...(isScored ? [`<responseProcessing template="${templates}/${template}"/>`] : []),
    ...feedback.map(
      ([id, text]) =>
        `<modalFeedback outcomeIdentifier="FEEDBACK" identifier="${id}" showHide="show"><div>${html(text)}</div></modalFeedback>`,
    ),
    '</assessmentItem>',
    '',
  ].join('\n');
}

function declared(id: string, { cardinality, baseType, correct, alsoRight }: Item): string {
  const values = correct.map((value) => `<value>${escaped(value)}</value>`).join('');
  const entries = (alsoRight ? [...correct, ...alsoRight] : []).map(
    (value) => `<mapEntry mapKey="${escaped(value)}" mappedValue="1" caseSensitive="false"/>`,
  );
  return [
    `<responseDeclaration identifier="${id}" cardinality="${cardinality}" baseType="${baseType}">`,
    ...(correct.length > 0 ? [`<correctResponse>${values}</correctResponse>`] : []),
    ...(entries.length > 0 ? [`<mapping defaultValue="0">${entries.join('')}</mapping>`] : []),
    '</responseDeclaration>',
  ].join('');
}

function partsOf(question: AnyQuestion, say: (message: string) => void): Item | null {
  const { type, options = [], accepted = [], items = [], targets = [] } = question;
  const choices = (list: readonly { id: string; text: string }[], element = 'simpleChoice') =>
    list
      .map(
        ({ id, text }) =>
          `<${element} identifier="c_${id}"${element === 'simpleAssociableChoice' ? ' matchMax="0"' : ''}>${inline(text)}</${element}>`,
      )
      .join('');
  const feedback = options.flatMap(({ id, feedback }) => (feedback ? [[`c_${id}`, feedback] as const] : []));
  const chosen = (list: readonly { id: string; text: string }[], most: number) =>
    `<choiceInteraction responseIdentifier="RESPONSE" shuffle="${question.shuffle ?? false}" maxChoices="${most}">${choices(list)}</choiceInteraction>`;
  const pairs = (
    from: readonly { id: string; text: string }[],
    to: readonly { id: string; text: string }[],
  ) =>
    `<matchInteraction responseIdentifier="RESPONSE" shuffle="false" maxAssociations="0"><simpleMatchSet>${choices(from, 'simpleAssociableChoice')}</simpleMatchSet><simpleMatchSet>${choices(to, 'simpleAssociableChoice').replaceAll('"c_', '"t_')}</simpleMatchSet></matchInteraction>`;
  switch (type) {
    case 'true-false':
      return {
        ...{ cardinality: 'single', baseType: 'identifier', correct: [String(question.answer)] },
        interaction: `<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1"><simpleChoice identifier="true">True</simpleChoice><simpleChoice identifier="false">False</simpleChoice></choiceInteraction>`,
        feedback: Object.entries(question.feedback ?? {}),
      };
    case 'single-choice':
    case 'multiple-choice': {
      const isSingle = type === 'single-choice';
      const correct = options.filter((one) => one.correct).map(({ id }) => `c_${id}`);
      return {
        cardinality: isSingle ? 'single' : 'multiple',
        baseType: 'identifier',
        correct,
        interaction: chosen(options, isSingle ? 1 : 0),
        feedback,
      };
    }
    case 'likert': {
      const { scale } = question as unknown as { scale: readonly { id: string; text: string }[] };
      return { cardinality: 'single', baseType: 'identifier', correct: [], interaction: chosen(scale, 1) };
    }
    case 'fill-in':
      return {
        cardinality: 'single',
        baseType: 'string',
        correct: accepted.slice(0, 1),
        alsoRight: accepted.slice(1),
        interaction: '<p><textEntryInteraction responseIdentifier="RESPONSE"/></p>',
      };
    case 'numeric': {
      const { answer, tolerance, min = 0, max = 0 } = question;
      if (tolerance || answer === undefined)
        say('QTI takes one number here: the range is told in coursewright.json only.');
      return {
        cardinality: 'single',
        baseType: 'float',
        correct: [String(answer ?? (min + max) / 2)],
        interaction: '<p><textEntryInteraction responseIdentifier="RESPONSE"/></p>',
      };
    }
    case 'matching':
      return {
        cardinality: 'multiple',
        baseType: 'directedPair',
        correct: items.map(({ id, target }) => `c_${id} t_${target}`),
        interaction: pairs(items, targets),
      };
    case 'sorting': {
      const { statements, groups } = question as unknown as {
        statements: readonly { id: string; text: string; group: string }[];
        groups: readonly { id: string; title: string }[];
      };
      const titles = groups.map(({ id, title }) => ({ id, text: title }));
      say('QTI knows no sorting: other tools see a matching question.');
      return {
        cardinality: 'multiple',
        baseType: 'directedPair',
        correct: statements.map(({ id, group }) => `c_${id} t_${group}`),
        interaction: pairs(statements, titles),
      };
    }
    case 'sequencing':
      return {
        cardinality: 'ordered',
        baseType: 'identifier',
        correct: items.map(({ id }) => `c_${id}`),
        interaction: `<orderInteraction responseIdentifier="RESPONSE" shuffle="true">${choices(items)}</orderInteraction>`,
      };
    case 'free-text':
      return {
        cardinality: 'single',
        baseType: 'string',
        correct: [],
        interaction: '<extendedTextInteraction responseIdentifier="RESPONSE"/>',
      };
    default:
      return null;
  }
}

function clozeOf(question: AnyQuestion, prompt: string): [declarations: string[], body: string] {
  const { text, gaps } = question as unknown as {
    text: string;
    gaps: readonly { id: string; accepted: readonly string[]; options?: readonly string[] }[];
  };
  const declarations = gaps.map(({ id, accepted, options }) =>
    declared(`GAP_${id}`, {
      ...{ cardinality: 'single', interaction: '' },
      ...(options
        ? { baseType: 'identifier', correct: accepted.slice(0, 1).map((one) => `c_${options.indexOf(one)}`) }
        : { baseType: 'string', correct: accepted.slice(0, 1), alsoRight: accepted.slice(1) }),
    }),
  );
  const body = html(text).replace(gapPattern, (_, id: string) => {
    const options = gaps.find((gap) => gap.id === id)?.options;
    if (!options) return `<textEntryInteraction responseIdentifier="GAP_${id}"/>`;
    const listed = options.map(
      (one, index) => `<inlineChoice identifier="c_${index}">${escaped(one)}</inlineChoice>`,
    );
    return `<inlineChoiceInteraction responseIdentifier="GAP_${id}" shuffle="false">${listed.join('')}</inlineChoiceInteraction>`;
  });
  return [declarations, `<div>${prompt}</div>\n<div>${body}</div>`];
}

/** Markdown as the XHTML that QTI has. */
function html(markdown: string): string {
  return renderMarkdown(markdown).replace(/ (target|rel)="[^"]*"/g, '');
}

function inline(markdown: string): string {
  return renderInlineMarkdown(markdown).replace(/ (target|rel)="[^"]*"/g, '');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
