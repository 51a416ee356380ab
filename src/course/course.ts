/** What a course is: the schema of everything above blocks, and the types derived from it. */
import type { FromSchema } from 'json-schema-to-ts';
import { type Assessment, assessment, type Bank, bank } from './assessment.ts';
import type { Block, Question } from './block.ts';
import { certificate } from './certificate.ts';
import { optionalActivity, slide } from './classroom.ts';
import { id, inline, markdown, minutes, outcomeReference, plain, sourceReference } from './field.ts';
import { lrs } from './lrs.ts';
import { theme } from './theme.ts';

const outcome = {
  type: 'object',
  description: 'What a learner can do afterwards.',
  properties: { id, text: inline, short: { ...plain, maxLength: 60, description: 'A few words for lists.' } },
  required: ['id', 'text'],
  additionalProperties: false,
} as const;

const reference = {
  type: 'object',
  description: 'A source of facts, or something to read on.',
  properties: {
    id,
    title: plain,
    edition: plain,
    publisher: plain,
    year: { type: 'integer', minimum: 1000, maximum: 2200 },
    part: { ...plain, description: 'Chapter, lesson or page.' },
    url: { type: 'string', format: 'uri', pattern: '^https?://', description: 'Web address.' },
  },
  required: ['id', 'title'],
  additionalProperties: false,
} as const;

const page = {
  type: 'object',
  description: 'What a learner sees at once, in reading order.',
  properties: {
    id,
    title: plain,
    minutes,
    outcomes: { type: 'array', items: outcomeReference, description: 'The outcomes this page teaches.' },
    slides: {
      type: 'array',
      items: { type: 'integer', minimum: 1 },
      description:
        'Numbers of the classroom slides that carry the same content; the first is up when the page begins.',
    },
    notes: {
      type: 'array',
      items: markdown,
      description: 'Facilitator notes: in the facilitator guide, never in a learner’s package.',
    },
    sources: { type: 'array', items: sourceReference, description: 'Where the facts come from.' },
    blocks: { type: 'array', items: { $ref: 'block' } },
    assessment,
  },
  required: ['id', 'title', 'minutes', 'blocks'],
  additionalProperties: false,
} as const;

const order = { type: 'string', enum: ['free', 'sequential'] } as const;

const lesson = {
  type: 'object',
  properties: {
    id,
    title: plain,
    order: {
      ...order,
      description:
        'Whether the pages of this lesson open one after the other ("sequential") or are all open once the lesson is ("free"); as the course says when left out.',
    },
    pages: { type: 'array', minItems: 1, items: page },
  },
  required: ['id', 'title', 'pages'],
  additionalProperties: false,
} as const;

/** Blocks and questions stand in it as `{ $ref: 'block' }` and `{ $ref: 'question' }`: the builder puts their types there. */
export const courseSchema = {
  type: 'object',
  description:
    'A Coursewright course. Any object or list in it may live in a file of its own: { "file": "lessons/one.json" }.',
  properties: {
    $schema: { type: 'string', description: 'For editors only.' },
    id: {
      type: 'string',
      pattern: '^[a-z][a-z0-9-]{0,99}$',
      description: 'Stable id of the course: file names and the LMS’s record hang on it.',
    },
    iri: {
      type: 'string',
      pattern: '^https?://[^\\s<>"{}|\\\\^`?#]*[^\\s<>"{}|\\\\^`?#/]$',
      maxLength: 1000,
      description:
        'What xAPI and cmi5 know the course by: a web address in a domain of yours, such as "https://example.org/courses/first-aid". Nothing needs to be there; it never changes, whatever the version.',
    },
    title: plain,
    description: {
      ...plain,
      maxLength: 2000,
      description: 'What the LMS shows about the course. Plain text.',
    },
    language: {
      type: 'string',
      format: 'language',
      description: 'Language of the text, as a BCP 47 tag such as "en" or "ar".',
    },
    translations: {
      type: 'array',
      uniqueItems: true,
      items: { type: 'string', format: 'language', description: 'A BCP 47 tag such as "fr".' },
      description:
        'Languages that the course is translated into. Their texts are in translations/<tag>.xlf, which "coursewright translate" writes.',
    },
    languages: {
      type: 'string',
      enum: ['apart', 'together'],
      description:
        'Whether each language is a package of its own (when left out), or one package holds all of them and the learner chooses.',
    },
    version: {
      type: 'string',
      pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$',
      description: 'Version of the course: three numbers, such as "2025.1.0".',
    },
    keywords: { type: 'array', items: plain },
    rights: {
      ...plain,
      maxLength: 1000,
      description: 'Licence or rights, shown by LMSs that show metadata.',
    },
    disclaimer: { ...markdown, description: 'What must be said on the first screen. Markdown.' },
    aim: markdown,
    passMark: {
      type: 'number',
      minimum: 0,
      maximum: 100,
      description: 'Per cent of the points that pass the assessment. One number for player and LMS.',
    },
    outcomes: { type: 'array', items: outcome },
    references: { type: 'array', items: reference },
    slides: {
      type: 'array',
      items: slide,
      description:
        'What stands on the classroom slides. A slide that is not here is made of the pages that carry its number.',
    },
    optionalActivities: { type: 'array', items: optionalActivity },
    banks: { type: 'array', items: bank, description: 'Item banks that assessments draw from.' },
    completion: {
      type: 'object',
      description:
        'What makes the course complete: everything named here. Every page and the assessment when left out.',
      properties: {
        pages: { type: 'number', minimum: 0, maximum: 100, description: 'Per cent of the pages seen.' },
        activities: { type: 'boolean', description: 'true where every practice question is to be answered.' },
        minutes: { ...minutes, description: 'Minutes spent, as the player counts them.' },
        assessment: {
          type: 'string',
          enum: ['taken', 'passed'],
          description: 'Whether it is enough to take it.',
        },
      },
      additionalProperties: false,
    },
    theme,
    certificate,
    idleMinutes: {
      type: 'number',
      minimum: 1,
      maximum: 60,
      description:
        'After so many minutes without a sign of the learner no time is counted; 5 when left out. Raise it where learners watch or read for long.',
    },
    success: {
      type: 'string',
      enum: ['assessment', 'completion'],
      description: 'What makes it passed: the pass mark (when left out), or being complete.',
    },
    order: {
      ...order,
      description:
        'Whether learners choose their way ("free", when left out) or each page opens when all before it are done ("sequential"). What was seen stays open, and so does all of a course that is complete.',
    },
    scos: {
      type: 'string',
      enum: ['course', 'lesson'],
      description:
        'What an LMS opens and records as one (a SCO in SCORM, an AU in cmi5): the whole course (when left out), or each lesson for itself, with its own status, score and time. Other formats hold the whole.',
    },
    pictures: {
      type: 'string',
      enum: ['lighter', 'unchanged'],
      description:
        'How pictures go into packages: in fewer bytes, at most 2048 pixels across, photographs in smaller sizes as well, of which a device fetches the one that it shows (when left out); or exactly as they are in the folder.',
    },
    lrs,
    lessons: { type: 'array', minItems: 1, items: lesson },
  },
  required: ['id', 'title', 'description', 'language', 'version', 'aim', 'outcomes', 'lessons'],
  additionalProperties: false,
} as const;

export type Outcome = FromSchema<typeof outcome>;
export type Reference = FromSchema<typeof reference>;

type PageFields = Omit<typeof page, 'properties' | 'required'> & {
  readonly properties: Omit<(typeof page)['properties'], 'blocks' | 'assessment'>;
  readonly required: readonly ['id', 'title', 'minutes'];
};

export type Page = FromSchema<PageFields> & {
  readonly blocks: readonly Block[];
  readonly assessment?: Assessment;
};

export interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly order?: 'free' | 'sequential';
  readonly pages: readonly Page[];
}

type CourseFields = Omit<typeof courseSchema, 'properties' | 'required'> & {
  readonly properties: Omit<(typeof courseSchema)['properties'], 'lessons' | 'banks'>;
  readonly required: readonly ['id', 'title', 'description', 'language', 'version', 'aim', 'outcomes'];
};

/** A course as its files say it, after the schema accepted it. */
export type Course = FromSchema<CourseFields> & {
  readonly lessons: readonly Lesson[];
  readonly banks?: readonly Bank[];
};

/** Every page of a course in reading order. */
export function pagesOf(course: Course): Page[] {
  return course.lessons.flatMap((lesson) => lesson.pages);
}

/** Every question that an assessment may ask: those of its banks, then its own. */
export function poolOf(course: Course, assessment: Assessment): Question[] {
  const banks = (course.banks ?? []).filter((bank) => assessment.banks?.includes(bank.id));
  return [...banks.flatMap((bank) => bank.questions), ...(assessment.questions ?? [])];
}
