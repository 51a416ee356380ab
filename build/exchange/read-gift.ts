/** GIFT, the text format of Moodle, as questions. Pure: what it cannot take it says, with its line and its words. */
import type { Question } from '../../src/course/block.ts';
import { markdownOfParts, readHtml } from '../import/read-html.ts';
import type { Remark } from '../import/report.ts';
import { idMaker, markAt, type TakenQuestions } from './exchange.ts';
import { kept } from './kept.ts';

interface Entry {
  readonly line: number;
  readonly words: string;
  readonly comments: readonly string[];
}

export function readGift(text: string): TakenQuestions {
  const nextId = idMaker();
  const questions: Question[] = [];
  const remarks: Remark[] = [];
  for (const { line, words, comments } of entriesOf(text)) {
    const whole = comments
      .map((one) => /^\s*coursewright (.*)$/.exec(one)?.[1])
      .find((one) => one !== undefined);
    const same = whole === undefined ? null : kept(whole, words);
    if (same) {
      nextId(same.id);
      questions.push(same);
      continue;
    }
    if (words.startsWith('$CATEGORY')) {
      remarks.push({ kind: 'left', place: line, message: `A category is not taken: ${words}` });
      continue;
    }
    if (words === '') continue;
    if (whole !== undefined)
      remarks.push({
        kind: 'guessed',
        place: line,
        message:
          'This question was changed after it was exported: points, hints and outcome are to be given anew.',
      });
    const question = questionOf(words, nextId);
    if (question) questions.push(question);
    else remarks.push({ kind: 'left', place: line, message: `Not a question that can be taken: ${words}` });
  }
  return { questions, remarks };
}

/** Questions stand apart by empty lines; comments belong to what follows them. */
function entriesOf(text: string): Entry[] {
  const entries: Entry[] = [];
  let [line, words, comments]: [number, string[], string[]] = [0, [], []];
  const end = () => {
    if (words.length + comments.length > 0) entries.push({ line, words: words.join('\n').trim(), comments });
    [words, comments] = [[], []];
  };
  for (const [index, one] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (one.trim() === '') end();
    else if (/^\s*\/\//.test(one)) comments.push(one.replace(/^\s*\/\//, ''));
    else if (one.startsWith('$CATEGORY')) {
      end();
      line = index + 1;
      words.push(one);
      end();
    } else {
      if (words.length === 0) line = index + 1;
      words.push(one);
    }
  }
  end();
  return entries;
}

function questionOf(words: string, nextId: (name: string) => string): Question | null {
  const found =
    /^(?:::((?:\\.|[^\\])*?)::)?\s*(?:\[(html|markdown|plain|moodle)\])?((?:\\.|[^\\{])*)\{((?:\\.|[^\\}])*)\}\s*(.*)$/s.exec(
      words,
    );
  if (!found) return null;
  const [, title, format = 'moodle', before = '', inside = '', after = ''] = found;
  const say = (text: string) => toMarkdown(unescaped(text.trim()), format);
  const prompt = after.trim() ? `${say(before)} \\_\\_\\_ ${say(after)}` : say(before);
  if (!prompt) return null;
  const [body = '', general] = split(inside, '####');
  const answers = answersOf(body.trim(), say);
  if (!answers) return null;
  const id = nextId(title ? unescaped(title) : prompt);
  return { ...answers, id, prompt, ...(general?.trim() && { explanation: say(general) }) } as Question;
}

function answersOf(body: string, say: (text: string) => string): Record<string, unknown> | null {
  if (body === '') return { type: 'free-text' };
  const [, truth, told = ''] = /^(TRUE|T|FALSE|F)(?=#|$)(.*)$/is.exec(body) ?? [];
  if (truth) return trueFalse(/^T/i.test(truth), told, say);
  if (body.startsWith('#')) return numeric(body.slice(1).trim());
  const choices = split(body, /(?=[=~])/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const [, sign = '', share, rest = ''] = /^([=~])(?:%(-?[\d.]+)%)?(.*)$/s.exec(one) ?? [];
      const [text = '', feedback] = split(rest, '#');
      return {
        sign,
        share: share === undefined ? null : Number(share),
        raw: text,
        feedback: feedback?.trim(),
      };
    });
  if (choices.some(({ sign }) => sign === '')) return null;
  if (choices.every(({ raw }) => split(raw, '->').length === 2)) return matching(choices, say);
  if (choices.every(({ sign }) => sign === '='))
    return choices.every(({ share }) => share === null || share === 100)
      ? { type: 'fill-in', accepted: choices.map(({ raw }) => unescaped(raw.trim())) }
      : null;
  const isMultiple = choices.some(({ sign, share }) => sign === '~' && share !== null && share > 0);
  const options = choices.map(({ sign, share, raw, feedback }, index) => ({
    id: markAt(index),
    text: say(raw),
    ...((sign === '=' || (isMultiple && Number(share) > 0)) && { correct: true }),
    ...(feedback && { feedback: say(feedback) }),
  }));
  return { type: isMultiple ? 'multiple-choice' : 'single-choice', options };
}

function trueFalse(answer: boolean, told: string, say: (text: string) => string) {
  const [, wrong = '', right = ''] = split(told, '#');
  const [yes, no] = answer ? [right, wrong] : [wrong, right];
  const feedback = { ...(yes.trim() && { true: say(yes) }), ...(no.trim() && { false: say(no) }) };
  return { type: 'true-false', answer, ...(Object.keys(feedback).length > 0 && { feedback }) };
}

function numeric(body: string): Record<string, unknown> | null {
  const number = String.raw`(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)`;
  const [, min, max] = new RegExp(`^${number}\\.\\.${number}$`, 'i').exec(body) ?? [];
  if (min !== undefined) return { type: 'numeric', min: Number(min), max: Number(max) };
  const [, answer, tolerance] = new RegExp(`^=?${number}(?::${number})?$`, 'i').exec(body) ?? [];
  if (answer === undefined) return null;
  return {
    type: 'numeric',
    answer: Number(answer),
    ...(Number(tolerance) > 0 && { tolerance: Number(tolerance) }),
  };
}

function matching(choices: readonly { raw: string }[], say: (text: string) => string) {
  const pairs = choices.map(({ raw }) => split(raw, '->').map((one) => say(one)));
  const texts = [...new Set(pairs.map(([, target = '']) => target))];
  const items = pairs.filter(([text]) => text);
  return {
    type: 'matching',
    items: items.map(([text, target = ''], index) => ({
      id: markAt(index),
      text,
      target: markAt(texts.indexOf(target)),
    })),
    targets: texts.map((text, index) => ({ id: markAt(index), text })),
  };
}

/** Splits where a sign stands that no backslash takes its meaning from. */
function split(text: string, at: string | RegExp): string[] {
  const hidden = text.replace(
    /\\./gs,
    (pair) => `\uE000${String.fromCharCode(0xe100 + (pair.codePointAt(1) ?? 0))}`,
  );
  const shown = (one: string) =>
    one.replace(/\uE000(.)/gs, (_, sign: string) => `\\${String.fromCharCode(sign.charCodeAt(0) - 0xe100)}`);
  return hidden.split(at).map(shown);
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}

/** Texts without a format and in HTML are HTML to Moodle: markup becomes Markdown, as far as Markdown has it. */
function toMarkdown(text: string, format: string): string {
  if (format === 'markdown' || !/<\w|&\w+;/.test(text)) return text;
  return markdownOfParts(readHtml(text));
}
