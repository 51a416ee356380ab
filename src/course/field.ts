/**
 * The kinds of field a course is made of, as JSON Schema. The `format` says what a string means, so that
 * rules, rendering and translation work on every block and question type without knowing any of them.
 */

/** A stable id: it goes into bookmarks and LMS records, so it outlives every change of the text. */
export const id = {
  type: 'string',
  format: 'id',
  pattern: '^(?!cw-)[a-z][a-z0-9-]{0,63}$',
  description:
    'Stable id, unique in the course: small letters, digits and hyphens, not beginning with "cw-". Learners’ progress hangs on it, so keep it when the text changes.',
} as const;

/** One character, because SCORM 1.2 writes a choice as a single character 0-9 or a-z. */
export const mark = {
  type: 'string',
  format: 'mark',
  pattern: '^[0-9a-z]$',
  description:
    'One character, 0-9 or a-z, unique in its list. The LMS report shows it, and it stays with the text when the order changes.',
} as const;

export const markdown = {
  type: 'string',
  format: 'markdown',
  minLength: 1,
  description: 'Markdown without HTML. Long text may live in a file beside: { "file": "texts/name.md" }.',
} as const;

export const inline = {
  type: 'string',
  format: 'inline-markdown',
  minLength: 1,
  description: 'One line of Markdown: emphasis, strong, links.',
} as const;

export const plain = {
  type: 'string',
  format: 'plain',
  minLength: 1,
  maxLength: 200,
  description: 'Plain text, no markup.',
} as const;

/** What a learner types, or chooses without further words: translations may have more of them or fewer. */
export const answer = { type: 'string', format: 'answer', minLength: 1, maxLength: 100 } as const;

export const asset = {
  type: 'string',
  format: 'asset',
  minLength: 1,
  description: 'Path of a file in the course folder, relative to it, with forward slashes.',
} as const;

export const outcomeReference = {
  type: 'string',
  format: 'outcome',
  description: 'Id of a learning outcome in course.json.',
} as const;

export const sourceReference = {
  type: 'string',
  format: 'reference',
  description: 'Id of an entry in "references" of course.json.',
} as const;

export const minutes = {
  type: 'number',
  exclusiveMinimum: 0,
  maximum: 600,
  description: 'Estimated minutes.',
} as const;

/** What each block and each question may carry besides its own fields. */
export const commonFields = {
  notes: {
    type: 'array',
    items: markdown,
    description: 'Facilitator notes: in the facilitator guide, never in a learner’s package.',
  },
  sources: { type: 'array', items: sourceReference, description: 'Where the facts come from.' },
} as const;
