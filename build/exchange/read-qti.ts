/** Items of a QTI 2.1 package as questions. What it cannot take it says, with the name of the item's file. */
import type { Question } from '../../src/course/block.ts';
import { inlineOf, markdownOfParts, type Node, partsOf } from '../import/read-html.ts';
import type { Remark } from '../import/report.ts';
import {
  attributeOf,
  type Element,
  elementsIn,
  elementsNamed,
  localName,
  parseXml,
  textOf,
} from '../inspect/markup.ts';
import type { OpenZip } from '../inspect/open-zip.ts';
import { idMaker, markAt, type TakenQuestions } from './exchange.ts';
import { kept } from './kept.ts';
import { keptFile } from './write-qti.ts';

export async function readQti(zip: OpenZip): Promise<TakenQuestions> {
  const nextId = idMaker();
  const questions: Question[] = [];
  const remarks: Remark[] = [];
  const text = async (path: string) => new TextDecoder().decode(await zip.read(path));
  const paths = zip.entries.map(({ path }) => path);
  const whole = paths.includes(keptFile) ? wholeQuestions(await text(keptFile)) : {};
  const met = new Set<string>();
  for (const path of paths.filter((one) => one.endsWith('.xml') && !one.endsWith('imsmanifest.xml'))) {
    const xml = await text(path);
    const [item] = elementsNamed(parseXml(xml), 'assessmentItem');
    if (!item) continue;
    const name = attributeOf(item, 'identifier');
    met.add(name);
    const same = kept(whole[name] ?? '', xml);
    if (whole[name] && !same)
      remarks.push({
        kind: 'guessed',
        message: `${path} was changed after it was exported: points, hints and outcome are to be given anew.`,
      });
    const question = same ?? questionOf(item, () => nextId(name || path));
    if (question) questions.push(question);
    else
      remarks.push({
        kind: 'left',
        message: `${path} is no question that can be taken: ${interactionsIn(item).map(localName).join(', ') || 'it asks nothing'}.`,
      });
  }
  for (const [name, line] of Object.entries(whole)) {
    const same = met.has(name) ? null : kept(line, '');
    if (same) questions.push(same);
  }
  return { questions, remarks };
}

function wholeQuestions(json: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(json);
  } catch {
    return {};
  }
}

function interactionsIn(item: Element): Element[] {
  return elementsIn(item, (element) => localName(element).endsWith('Interaction'));
}

function questionOf(item: Element, id: () => string): Question | null {
  const [body] = elementsNamed(item, 'itemBody');
  const interactions = interactionsIn(item);
  const [interaction] = interactions;
  if (!body || !interaction) return null;
  const feedback = feedbackIn(item);
  const answers =
    interactions.length > 1 || localName(interaction) === 'inlineChoiceInteraction'
      ? clozeOf(item, body)
      : answersOf(item, interaction, feedback);
  if (!answers) return null;
  const inside = elementsNamed(interaction, 'prompt').flatMap((one) => one.children);
  const isCloze = answers.type === 'cloze';
  const prompt = isCloze
    ? attributeOf(item, 'title')
    : [bodyText(body), markdownOfParts(partsOf(inside))].filter(Boolean).join('\n\n');
  const explanation = feedback.get('explanation');
  return {
    ...answers,
    id: id(),
    prompt: prompt || attributeOf(item, 'title') || '?',
    ...(explanation && { explanation }),
  } as unknown as Question;
}

/** What stands around the interaction. */
function bodyText(body: Element): string {
  const without = (node: Node): boolean =>
    !('attribs' in node) || interactionsAround(node as Element).length === 0;
  return markdownOfParts(partsOf(body.children.filter(without)));
}

function interactionsAround(element: Element): Element[] {
  return localName(element).endsWith('Interaction') ? [element] : interactionsIn(element);
}

function correctOf(item: Element, interaction: Element): string[] {
  const declaration = declarationOf(item, interaction);
  return declaration
    ? elementsNamed(declaration, 'correctResponse').flatMap((one) => elementsNamed(one, 'value').map(textOf))
    : [];
}

function declarationOf(item: Element, interaction: Element): Element | undefined {
  const id = attributeOf(interaction, 'responseIdentifier');
  return elementsNamed(item, 'responseDeclaration').find((one) => attributeOf(one, 'identifier') === id);
}

function acceptedOf(item: Element, interaction: Element): string[] {
  const declaration = declarationOf(item, interaction);
  const mapped = declaration
    ? elementsNamed(declaration, 'mapEntry').filter((one) => Number(attributeOf(one, 'mappedValue')) > 0)
    : [];
  return [...new Set([...correctOf(item, interaction), ...mapped.map((one) => attributeOf(one, 'mapKey'))])];
}

function feedbackIn(item: Element): ReadonlyMap<string, string> {
  return new Map(
    elementsNamed(item, 'modalFeedback').map((one) => [
      attributeOf(one, 'identifier'),
      markdownOfParts(partsOf(one.children)),
    ]),
  );
}

function answersOf(
  item: Element,
  interaction: Element,
  feedback: ReadonlyMap<string, string>,
): Record<string, unknown> | null {
  const correct = correctOf(item, interaction);
  const listed = (name: string, within = interaction) =>
    elementsNamed(within, name).map((one) => ({
      name: attributeOf(one, 'identifier'),
      text: inlineOf(one.children),
    }));
  switch (localName(interaction)) {
    case 'choiceInteraction':
      return choiceOf(
        listed('simpleChoice'),
        correct,
        attributeOf(interaction, 'maxChoices') === '1',
        feedback,
      );
    case 'textEntryInteraction': {
      const declaration = declarationOf(item, interaction);
      const isNumber = /^(float|integer)$/.test(attributeOf(declaration, 'baseType'));
      const accepted = acceptedOf(item, interaction);
      if (accepted.length === 0) return null;
      return isNumber ? { type: 'numeric', answer: Number(accepted[0]) } : { type: 'fill-in', accepted };
    }
    case 'extendedTextInteraction':
      return { type: 'free-text' };
    case 'orderInteraction': {
      const choices = listed('simpleChoice');
      const items = correct.map((name, index) => ({
        id: markAt(index),
        text: choices.find((one) => one.name === name)?.text,
      }));
      return items.length >= 2 ? { type: 'sequencing', items } : null;
    }
    case 'matchInteraction': {
      const [from, to] = elementsNamed(interaction, 'simpleMatchSet').map((set) =>
        listed('simpleAssociableChoice', set),
      );
      if (!from || !to) return null;
      const targetOf = (name: string) =>
        correct.map((pair) => pair.split(' ')).find(([left]) => left === name)?.[1];
      return {
        type: 'matching',
        items: from.map(({ name, text }, index) => ({
          id: markAt(index),
          text,
          target: markAt(to.findIndex((one) => one.name === targetOf(name))),
        })),
        targets: to.map(({ text }, index) => ({ id: markAt(index), text })),
      };
    }
    default:
      return null;
  }
}

function choiceOf(
  choices: readonly { name: string; text: string }[],
  correct: readonly string[],
  isSingle: boolean,
  feedback: ReadonlyMap<string, string>,
): Record<string, unknown> {
  if (choices.map(({ name }) => name).join() === 'true,false' && correct.length === 1) {
    const said = Object.fromEntries(
      ['true', 'false'].flatMap((one) => (feedback.has(one) ? [[one, feedback.get(one)]] : [])),
    );
    return {
      type: 'true-false',
      answer: correct[0] === 'true',
      ...(Object.keys(said).length > 0 && { feedback: said }),
    };
  }
  if (correct.length === 0)
    return { type: 'likert', scale: choices.map(({ text }, index) => ({ id: markAt(index), text })) };
  return {
    type: isSingle ? 'single-choice' : 'multiple-choice',
    options: choices.map(({ name, text }, index) => ({
      id: markAt(index),
      text,
      ...(correct.includes(name) && { correct: true }),
      ...(feedback.has(name) && { feedback: feedback.get(name) }),
    })),
  };
}

/** A text with several fields in it. */
function clozeOf(item: Element, body: Element): Record<string, unknown> | null {
  const gaps: Record<string, unknown>[] = [];
  const isKnown = interactionsIn(item).every((one) =>
    /^(textEntry|inlineChoice)Interaction$/.test(localName(one)),
  );
  if (!isKnown) return null;
  const blocks = body.children.filter(
    (node): node is Element => 'attribs' in node && interactionsAround(node as Element).length > 0,
  );
  const text = blocks.map((block) => textWithGaps(item, block, gaps)).join('\n\n');
  return { type: 'cloze', text, gaps };
}

function textWithGaps(item: Element, place: Element, gaps: Record<string, unknown>[]): string {
  for (const interaction of interactionsAround(place)) {
    const id = markAt(gaps.length);
    const choices = elementsNamed(interaction, 'inlineChoice');
    const named = (name: string) => choices.find((one) => attributeOf(one, 'identifier') === name);
    const accepted = acceptedOf(item, interaction).map((one) =>
      choices.length > 0 ? textOf(named(one)) : one,
    );
    gaps.push({ id, accepted, ...(choices.length > 0 && { options: choices.map((one) => textOf(one)) }) });
    // The field becomes the sign for it, as text of its own.
    interaction.name = 'span';
    interaction.children = [];
    interaction.attribs = { 'data-gap': id };
  }
  const sign = (node: Node): string =>
    'attribs' in node && (node as Element).attribs['data-gap']
      ? `[[${(node as Element).attribs['data-gap']}]]`
      : '';
  const flat = (nodes: readonly Node[]): string =>
    nodes
      .map(
        (node) =>
          sign(node) ||
          ('attribs' in node && hasGap(node as Element)
            ? flat((node as Element).children)
            : ` ${inlineOf([node])} `),
      )
      .join('');
  return flat(place.children)
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?])/g, '$1')
    .trim();
}

function hasGap(element: Element): boolean {
  return elementsIn(element, (one) => one.attribs['data-gap'] !== undefined).length > 0;
}
