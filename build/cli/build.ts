import { formats } from '../../src/formats/index.ts';
import { documentNames } from '../documents/names.ts';
import { defineCommand } from './define-command.ts';

export const buildCommand = defineCommand({
  name: 'build',
  about:
    'Writes a package a format, and the guide, slides and handout of the trainer; all when none is named.',
  takes: [{ name: '<folder>', what: 'the folder of a course' }],
  options: {
    format: {
      type: 'string',
      multiple: true,
      value: [...Object.keys(formats), ...documentNames].join('|'),
      about: 'What to build; may be given several times.',
    },
    language: {
      type: 'string',
      multiple: true,
      value: '<tag>|together',
      about:
        'A language to build, or all in one package; may be given several times. As course.json says when left out.',
    },
    out: {
      type: 'string',
      default: 'dist/packages',
      value: '<folder>',
      about: 'Where packages and documents go; dist/packages when left out.',
    },
    json: { type: 'boolean', about: 'Answers in JSON, for machines.' },
    frozen: {
      type: 'boolean',
      about: 'Only checks the ledger and never writes it, as always in CI (where the variable CI is set).',
    },
  },
  run: async ([folder = ''], { format, language, out, json, frozen }, surroundings) =>
    (await import('../commands/build.ts')).build(
      surroundings,
      folder,
      format,
      language,
      out,
      json,
      frozen || surroundings.isCi,
    ),
});
