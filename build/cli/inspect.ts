import { lmsNames } from '../inspect/verdicts.ts';
import { defineCommand } from './define-command.ts';

export const inspectCommand = defineCommand({
  name: 'inspect',
  about: 'Says what a package of any tool is, what is wrong with it, and what each LMS will say.',
  takes: [{ name: '<zip>', what: 'a zip' }],
  options: {
    lms: {
      type: 'string',
      default: 'strict',
      value: lmsNames.join('|'),
      about: 'Whose verdict makes the exit code; strict when left out.',
    },
    json: { type: 'boolean', about: 'Answers in JSON, for machines.' },
    html: { type: 'string', value: '<file>', about: 'Writes the report as one HTML file.' },
    play: {
      type: 'boolean',
      about: 'Plays it in an installed Chromium against a strict LMS, about a minute for each part.',
    },
    pictures: { type: 'boolean', about: 'Puts pictures of the play into the HTML file.' },
  },
  run: async ([zip = ''], choices, surroundings) =>
    (await import('../commands/inspect.ts')).inspect(surroundings, zip, choices),
});
