import { formats } from '../../src/formats/index.ts';
import { defineCommand } from './define-command.ts';

export const diffCommand = defineCommand({
  name: 'diff',
  about:
    'Tells what an update does: what learners keep, lose and have to do anew, and what the LMS sees. Exits with 1 where progress is lost.',
  takes: [
    { name: '<old>', what: 'the old package (a zip) or course folder, and the new one' },
    { name: '<new>', what: 'the new package (a zip) or course folder' },
  ],
  options: {
    format: {
      type: 'string',
      value: Object.keys(formats).join('|'),
      about: 'What course folders are built as; the format of the zip, or scorm12, when left out.',
    },
    json: { type: 'boolean', about: 'Answers in JSON, for machines.' },
  },
  run: async ([old = '', now = ''], { format, json }, { base }) =>
    (await import('../commands/diff.ts')).diff(base, [old, now], format, json),
});
