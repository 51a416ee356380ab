/** An item of QTI 2.1 as a question of a course. */
import type { Question } from '../../src/course/block.ts';
import { inlineOf, markdownOfParts, type Node, partsOf } from '../import/read-html.ts';
import { attributeOf, type Element, elementsNamed, localName } from '../inspect/markup.ts';
import { markAt } from './exchange.ts';
import { clozeOf } from './qti-cloze.ts';
import { acceptedOf, correctOf, declarationOf, interactionsAround, interactionsIn } from './qti-responses.ts';

/** null where it asks what no question type of ours asks. */
export function questionOf(item: Element, id: () => string): Question | null {
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
