import { defineCommand } from './define-command.ts';

export const translateCommand = defineCommand({
  name: 'translate',
  about:
    'Writes the texts of a course for translators (XLIFF 1.2 in translations/), keeping what is translated; or takes their files back.',
  takes: [{ name: '<folder>', what: 'the folder of a course' }],
  options: {
    to: {
      type: 'string',
      multiple: true,
      value: '<tag>',
      about: 'A language to write; every one that course.json names when left out.',
    },
    take: {
      type: 'string',
      multiple: true,
      value: '<file>',
      about: 'A file that a translator sent back, as XLIFF 1.2 or 2.x: it is checked and taken in.',
    },
  },
  run: async ([folder = ''], { to, take }, { base }) =>
    (await import('../commands/translate.ts')).translate(base, folder, to, take),
});
