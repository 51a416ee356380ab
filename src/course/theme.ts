/** How a course looks: the schema of `theme` in course.json, or of the file that stands for it. */
import type { FromSchema } from 'json-schema-to-ts';
import { plain } from './field.ts';

const colour = (what: string) =>
  ({ type: 'string', pattern: '^#[0-9a-fA-F]{6}$', description: `${what}. Written as "#1a5683".` }) as const;

const colours = (when: string) =>
  ({
    type: 'object',
    description: `Colours ${when}. What is left out is Coursewright’s own; grounds, lines and quiet text are made of these.`,
    properties: {
      paper: colour('The ground that everything stands on'),
      ink: colour('Text'),
      accent: colour('The one colour of the course: links, buttons, numbers, progress'),
      second: colour('Its counterpart, used little: the other side of a comparison, what needs attention'),
      right: colour('What was right'),
      wrong: colour('What was wrong'),
    },
    additionalProperties: false,
  }) as const;

const fontName = {
  type: 'string',
  format: 'font-name',
  minLength: 1,
  description: '"sans", "serif" or "rounded": what the learner’s device has. Or the name of one of "files".',
} as const;

/** Font stacks that weigh nothing: every device has one of each. */
export const deviceFonts = ['sans', 'serif', 'rounded'] as const;

/** Text that no learner reads: it has no meaning to translate. */
const unsaid = { type: 'string', minLength: 1, maxLength: 200 } as const;

const fontFile = {
  type: 'object',
  description: 'A font that the course brings along. It weighs as much as a course of text: bring few.',
  properties: {
    name: {
      ...unsaid,
      pattern: '^[A-Za-z0-9][A-Za-z0-9 -]*$',
      description: 'As "text" and "headings" call it.',
    },
    src: {
      type: 'string',
      format: 'font',
      minLength: 1,
      description: 'A .woff2 file of the course folder.',
    },
    weight: {
      type: 'string',
      pattern: '^[1-9][0-9]{0,2}( [1-9][0-9]{0,2})?$',
      description:
        'Its weight, such as "400", or the range of a variable font, such as "100 900"; "400" when left out.',
    },
    style: { type: 'string', enum: ['normal', 'italic'], description: '"normal" when left out.' },
    licence: {
      ...unsaid,
      description:
        'Its licence and whom to name, such as "OFL 1.1, The Noto Project Authors": it goes into the package.',
    },
  },
  required: ['name', 'src', 'licence'],
  additionalProperties: false,
} as const;

const logo = {
  type: 'object',
  description: 'Whose course it is: in the header, on the first screen, on documents and slides.',
  properties: {
    src: { type: 'string', format: 'logo', minLength: 1, description: 'An .svg, .png or .jpg file.' },
    dark: { type: 'string', format: 'logo', minLength: 1, description: 'The same for a dark ground.' },
    alt: { ...plain, description: 'The name that the logo stands for.' },
  },
  required: ['src', 'alt'],
  additionalProperties: false,
} as const;

export const theme = {
  type: 'object',
  description: 'How the course looks. Every pair of colours is held to WCAG 2.2, level AA.',
  properties: {
    $schema: { type: 'string', description: 'For editors only.' },
    light: colours('by day'),
    dark: colours(
      'where the learner’s device is set to dark; made of those by day, lighter, where they are left out',
    ),
    fonts: {
      type: 'object',
      properties: {
        text: fontName,
        headings: fontName,
        files: { type: 'array', minItems: 1, items: fontFile },
      },
      additionalProperties: false,
    },
    logo,
    corner: { type: 'string', enum: ['square', 'soft', 'round'], description: '"soft" when left out.' },
    density: {
      type: 'string',
      enum: ['compact', 'normal', 'airy'],
      description: 'How much white space there is; "normal" when left out.',
    },
  },
  additionalProperties: false,
} as const;

export type Theme = FromSchema<typeof theme>;
export type FontFile = FromSchema<typeof fontFile>;
export type GivenColours = NonNullable<Theme['light']>;
