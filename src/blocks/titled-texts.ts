import { markdown, plain } from '../course/field.ts';

/** A list of titles with a text each: what several blocks show, each in its own way. */
export function titledTexts<const Least extends number>(minItems: Least) {
  return {
    type: 'array',
    minItems,
    maxItems: 20,
    items: {
      type: 'object',
      properties: { title: plain, text: markdown },
      required: ['title', 'text'],
      additionalProperties: false,
    },
  } as const;
}
