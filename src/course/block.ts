/** What every block and question has in common, and how their folders declare the rest. */
import type { JSONSchema } from 'json-schema-to-ts';
import { commonFields, id, inline, markdown, outcomeReference } from './field.ts';
import type { Mistake } from './problem.ts';

/** A block as the pipeline sees it; its own folder knows the other fields. */
export interface Block {
  readonly type: string;
  readonly id?: string;
  readonly notes?: readonly string[];
  readonly sources?: readonly string[];
}

/** A question as the pipeline sees it. `points` and `outcome` count where it is scored. */
export interface Question extends Block {
  readonly id: string;
  readonly prompt: string;
  readonly points?: number;
  readonly tries?: number;
  readonly outcome?: string;
  readonly taughtOn?: readonly string[];
  readonly difficulty?: 'easy' | 'medium' | 'hard';
  readonly shuffle?: boolean;
  readonly hints?: readonly string[];
}

type Fields = Readonly<Record<string, JSONSchema>>;

/** The schema of a block type: the common fields and its own. */
export function blockSchema<
  const Type extends string,
  const Own extends Fields,
  const Required extends readonly string[],
>(type: Type, description: string, own: Own, required: Required) {
  return {
    type: 'object',
    description,
    properties: { type: { const: type }, id, ...commonFields, ...own },
    required: ['type', ...required],
    additionalProperties: false,
  } as const;
}

/** The schema of a question type: prompt, points, tries, outcome, hints, feedback, and its own fields. */
export function questionSchema<
  const Type extends string,
  const Own extends Fields,
  const Required extends readonly string[],
>(type: Type, description: string, own: Own, required: Required) {
  return {
    type: 'object',
    description,
    properties: {
      type: { const: type },
      id,
      prompt: markdown,
      points: {
        type: 'number',
        exclusiveMinimum: 0,
        maximum: 100,
        description: 'Weight in the score; 1 when left out.',
      },
      tries: {
        type: 'integer',
        minimum: 1,
        maximum: 9,
        description: 'How often a practice question may be checked; without limit when left out.',
      },
      outcome: outcomeReference,
      taughtOn: {
        type: 'array',
        minItems: 1,
        items: { type: 'string', format: 'page', description: 'Id of a page of this course.' },
        description:
          'The pages that teach it: whoever loses points on it is led back there; all that teach its outcome when left out.',
      },
      difficulty: {
        type: 'string',
        enum: ['easy', 'medium', 'hard'],
        description: 'For draws that are balanced over it.',
      },
      shuffle: {
        type: 'boolean',
        description: 'true where what there is to choose comes in another order for each attempt.',
      },
      hints: {
        type: 'array',
        minItems: 1,
        maxItems: 5,
        items: markdown,
        description: 'Help for practice, shown one after the other when the learner asks for it.',
      },
      explanation: { ...markdown, description: 'Shown after the answer, whatever it was. Markdown.' },
      verdicts: {
        type: 'object',
        description: 'What is said besides to an answer that is right, partly right or wrong.',
        properties: { right: markdown, partly: markdown, wrong: markdown },
        additionalProperties: false,
      },
      ...commonFields,
      ...own,
    },
    required: ['type', 'id', 'prompt', ...required],
    additionalProperties: false,
  } as const;
}

/** One thing to choose: its mark, its text, whether it is right, what is said when it was chosen. */
export const option = {
  type: 'object',
  properties: {
    id: { type: 'string', format: 'mark', pattern: '^[0-9a-z]$', description: 'One character, 0-9 or a-z.' },
    text: inline,
    correct: { type: 'boolean', description: 'true for a right answer; false when left out.' },
    feedback: { ...inline, description: 'Shown to a learner who chose this. One line of Markdown.' },
  },
  required: ['id', 'text'],
  additionalProperties: false,
} as const;

/** What a block or question type tells the builder; behaviour, grading and view lie beside it. */
export interface BlockType {
  readonly schema: TypeSchema;
  /** Rules within one block that a schema cannot say. Pointers are relative to the block. */
  readonly check?: (block: never) => readonly Mistake[];
  /** How many characters of the learner’s own words this block keeps, where it keeps any. */
  readonly text?: (block: never) => number;
  /** The question that a learner answers in this block, where there is one. */
  readonly question?: (block: never) => Question;
}

/** The schema of one type, as the two functions above make it. */
export interface TypeSchema {
  readonly properties: Readonly<Record<string, JSONSchema>> & { readonly type: { readonly const: string } };
  readonly required: readonly string[];
}
