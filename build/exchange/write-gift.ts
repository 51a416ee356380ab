/** Questions as GIFT, the text format of Moodle. Pure. */
import type { Question } from '../../src/course/block.ts';
import type { Unsaid } from './exchange.ts';
import { keep } from './kept.ts';

/** A question with the fields of any type. */
export interface AnyQuestion extends Question {
  readonly options?: readonly { id: string; text: string; correct?: boolean; feedback?: string }[];
  readonly answer?: boolean | number;
  readonly feedback?: Readonly<Record<string, string>>;
  readonly accepted?: readonly string[];
  readonly tolerance?: number;
  readonly min?: number;
  readonly max?: number;
  readonly items?: readonly { id: string; text: string; target?: string }[];
  readonly targets?: readonly { id: string; text: string }[];
  readonly explanation?: string;
}

export function writeGift(questions: readonly Question[]): { text: string; unsaid: readonly Unsaid[] } {
  const unsaid: Unsaid[] = [];
  const entries = (questions as readonly AnyQuestion[]).map((question) => {
    const answers = answersOf(question);
    if (answers === null) {
      unsaid.push({
        id: question.id,
        message: `GIFT has no question like "${question.type}": other tools see a comment.`,
      });
      return `// coursewright ${keep(question, '')}`;
    }
    const { explanation } = question;
    const general = explanation ? `\n####${escaped(explanation)}` : '';
    const words = `::${escaped(question.id)}::[markdown]${escaped(question.prompt)}{${answers}${general}\n}`;
    return `// coursewright ${keep(question, words)}\n${words}`;
  });
  return { text: `${entries.join('\n\n')}\n`, unsaid };
}

/** What stands between the braces; null for a type that GIFT does not know. */
function answersOf(question: AnyQuestion): string | null {
  const { options = [], accepted = [], items = [], targets = [] } = question;
  switch (question.type) {
    case 'true-false': {
      const { true: yes = '', false: no = '' } = question.feedback ?? {};
      // GIFT tells the feedback of the wrong answer first.
      const [wrong, right] = question.answer ? [no, yes] : [yes, no];
      const said = wrong || right ? `#${escaped(wrong)}#${escaped(right)}` : '';
      return `${question.answer ? 'TRUE' : 'FALSE'}${said}`;
    }
    case 'single-choice':
      return options
        .map((one) => `\n${one.correct ? right(one.text) : wrong(one.text)}${choice(one)}`)
        .join('');
    case 'multiple-choice': {
      const rightOnes = options.filter(({ correct }) => correct).length;
      const share = Number((100 / rightOnes).toFixed(5));
      return options.map((one) => `\n~%${one.correct ? share : -100}%${choice(one)}`).join('');
    }
    case 'fill-in':
      return accepted.map((one) => `\n${right(one)}${escaped(one)}`).join('');
    case 'numeric': {
      const { answer, tolerance, min, max } = question;
      return answer === undefined ? `#${min}..${max}` : `#${answer}${tolerance ? `:${tolerance}` : ''}`;
    }
    case 'matching': {
      const unused = targets.filter(({ id }) => !items.some(({ target }) => target === id));
      const textOf = (id?: string) => targets.find((target) => target.id === id)?.text ?? '';
      return [
        ...items.map(({ text, target }) => `\n${right(text)}${escaped(text)} -> ${escaped(textOf(target))}`),
        ...unused.map(({ text }) => `\n= -> ${escaped(text)}`),
      ].join('');
    }
    case 'free-text':
      return '';
    default:
      return null;
  }
}

/** A text that begins with a per cent sign would be read as a weight: so the weight is said. */
const right = (text: string) => (text.startsWith('%') ? '=%100%' : '=');
const wrong = (text: string) => (text.startsWith('%') ? '~%0%' : '~');

function choice({ text, feedback }: { text: string; feedback?: string }): string {
  return `${escaped(text)}${feedback ? `#${escaped(feedback)}` : ''}`;
}

/** A backslash before what GIFT means something by; a new line as \n. An arrow in a text is none. */
function escaped(text: string): string {
  return text
    .replace(/[\\~=#{}:]/g, '\\$&')
    .replace(/->/g, '-\\>')
    .replace(/\r?\n/g, '\\n');
}
