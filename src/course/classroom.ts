/** What a course says for the room alone: slides and optional activities. No learner's package carries it. */
import type { FromSchema } from 'json-schema-to-ts';
import { asset, markdown, plain, sourceReference } from './field.ts';

const slideText = {
  ...markdown,
  description: 'Few words: paragraphs, lists, emphasis. Markdown.',
} as const;

export const slide = {
  type: 'object',
  description: 'What stands on a classroom slide, for the trainer’s deck only.',
  properties: {
    number: {
      type: 'integer',
      minimum: 1,
      maximum: 999,
      description: 'Its number, as in "slides" of pages.',
    },
    title: { ...plain, maxLength: 80 },
    text: slideText,
    columns: {
      type: 'array',
      minItems: 2,
      maxItems: 2,
      items: {
        type: 'object',
        properties: { title: { ...plain, maxLength: 60 }, text: slideText },
        required: ['title', 'text'],
        additionalProperties: false,
      },
      description: 'Two texts side by side, below the text where there is one.',
    },
    image: {
      type: 'object',
      description: 'A picture beside the text.',
      properties: {
        src: { ...asset, format: 'classroom-asset' },
        alt: {
          type: 'string',
          format: 'plain',
          minLength: 1,
          maxLength: 500,
          description: 'What the picture shows.',
        },
      },
      required: ['src', 'alt'],
      additionalProperties: false,
    },
  },
  required: ['number', 'title'],
  additionalProperties: false,
} as const;

export const optionalActivity = {
  type: 'object',
  description: 'An activity that a trainer may add in the room, for the facilitator guide only.',
  properties: {
    number: { ...plain, maxLength: 20 },
    title: plain,
    text: { ...markdown, description: 'How it goes. Markdown.' },
    reference: sourceReference,
  },
  required: ['title'],
  additionalProperties: false,
} as const;

export type SlideText = FromSchema<typeof slide>;
