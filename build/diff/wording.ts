/** What the document of a package says in its questions: the outline knows marks and keys, but no text. Pure. */
import { attributeOf, type Element, elementsIn, type Markup, textOf } from '../inspect/markup.ts';

/** The words by which a learner knows a question. */
export interface QuestionWording {
  readonly prompt: string;
  /** What each thing says that can be chosen, by its place in an answer: `a`, or `1b` for a pair. */
  readonly marks: ReadonlyMap<string, string>;
}

export interface Wording {
  /** By the id of the question. */
  readonly questions: ReadonlyMap<string, QuestionWording>;
  /** What the blocks that keep the learner's own words ask, by their id. */
  readonly texts: ReadonlyMap<string, string>;
}

export function wordingOf(document: Markup, texts: readonly string[]): Wording {
  const byId = new Map(elementsIn(document, has('id')).map((one) => [attributeOf(one, 'id'), one]));
  const questions = elementsIn(document, has('data-question')).map((question) => {
    const id = attributeOf(question, 'data-question');
    return [id, { prompt: textOf(byId.get(`${id}-prompt`)), marks: marksIn(question, id) }] as const;
  });
  return {
    questions: new Map(questions),
    texts: new Map(texts.map((id) => [id, textOf(byId.get(`${id}-prompt`))])),
  };
}

/**
 * By the ways in which views show what can be chosen: a labelled field with a value, a list of choices, a thing that
 * has its mark in its id, a choice in a scene. Marks of both sides of a pair are kept apart.
 */
function marksIn(question: Element, id: string): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const label of elementsIn(question, named('label'))) {
    const [field] = elementsIn(label, has('value'));
    if (field) marks.set(attributeOf(field, 'value'), textOf(label));
    const owner = attributeOf(label, 'for');
    if (owner.startsWith(`${id}-`)) marks.set(`${owner.slice(id.length + 1)}→`, textOf(label));
  }
  for (const list of elementsIn(question, has('data-item')))
    for (const choice of elementsIn(list, named('option')))
      if (attributeOf(choice, 'value') !== '') marks.set(attributeOf(choice, 'value'), textOf(choice));
  for (const thing of elementsIn(question, (one) => /^.$/.test(markOf(one, id))))
    if (thing.name !== 'select') marks.set(`${markOf(thing, id)}→`, textOf(thing));
  for (const scene of elementsIn(question, has('data-scene')))
    for (const choice of elementsIn(scene, has('data-choice')))
      marks.set(attributeOf(scene, 'data-scene') + attributeOf(choice, 'data-choice'), textOf(choice));
  return marks;
}

function markOf(element: Element, question: string): string {
  const id = attributeOf(element, 'id');
  return id.startsWith(`${question}-`) ? id.slice(question.length + 1) : '';
}

function has(attribute: string): (element: Element) => boolean {
  return (element) => attribute in element.attribs;
}

function named(name: string): (element: Element) => boolean {
  return (element) => element.name === name;
}
