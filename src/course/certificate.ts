/** What stands on a certificate of completion: the schema of `certificate` in course.json. */
import { markdown, plain } from './field.ts';

export const certificate = {
  type: 'object',
  description:
    'A certificate of completion that learners print: once the course is complete, and passed where it has a pass mark.',
  properties: {
    issuer: { ...plain, description: 'Who issues it.' },
    text: { ...markdown, description: 'What it says below the title of the course. Markdown.' },
    score: { type: 'boolean', description: 'true where the score stands on it.' },
    orientation: {
      type: 'string',
      enum: ['landscape', 'portrait'],
      description: 'How the A4 sheet lies; "landscape" when left out.',
    },
  },
  required: ['issuer'],
  additionalProperties: false,
} as const;
