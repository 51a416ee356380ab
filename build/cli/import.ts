import { defineCommand } from './define-command.ts';

export const importCommand = defineCommand({
  name: 'import',
  about:
    'Makes a course of a lesson plan, or an item bank of questions, with a report of what was recognised, guessed and left.',
  takes: [
    {
      name: '<file>',
      what: 'a file: a lesson plan (.docx, .md, .txt) or questions (.gift, .csv, QTI 2.1 as .zip)',
    },
  ],
  options: {
    out: {
      type: 'string',
      default: 'imported',
      value: '<folder>',
      about: 'Where the course goes, or the course that gets the bank; "imported" when left out.',
    },
    language: {
      type: 'string',
      default: 'en',
      value: '<tag>',
      about: 'Language of the plan; en when left out.',
    },
    style: {
      type: 'string',
      value: '<file>',
      about: 'Rules of another house: a copy of build/import/house-style.json, changed.',
    },
  },
  run: async ([file = ''], { out, language, style }, { base }) =>
    (await import('../commands/import.ts')).importFile(base, file, out, language, style),
});
