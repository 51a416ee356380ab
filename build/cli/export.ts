import { exportForms } from '../exchange/export-forms.ts';
import { defineCommand } from './define-command.ts';

export const exportCommand = defineCommand({
  name: 'export',
  about: 'Writes the questions of a course as GIFT or QTI 2.1, and says what the other form cannot say.',
  takes: [{ name: '<folder>', what: 'the folder of a course' }],
  options: {
    as: {
      type: 'string',
      default: 'gift',
      value: exportForms.join('|'),
      about: 'The form; gift when left out.',
    },
    out: {
      type: 'string',
      default: 'dist/questions',
      value: '<folder>',
      about: 'Where the file goes; dist/questions when left out.',
    },
  },
  run: async ([folder = ''], { as, out }, { base }) =>
    (await import('../commands/export.ts')).exportQuestions(base, folder, as, out),
});
