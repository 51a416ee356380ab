import { pipelines } from '../commands/pipelines.ts';
import { defineCommand } from './define-command.ts';

export const initCommand = defineCommand({
  name: 'init',
  about: 'Begins a course: a folder that builds at once, to be filled with your own.',
  takes: [{ name: '<folder>', what: 'a folder for the course' }],
  options: {
    title: { type: 'string', value: '<text>', about: 'Title of the course.' },
    id: { type: 'string', value: '<id>', about: 'Id of the course; made of the title when left out.' },
    language: { type: 'string', value: '<tag>', about: 'Language of the course; en when left out.' },
    ci: { type: 'string', value: pipelines.join('|'), about: 'Which example of a pipeline comes along.' },
    yes: { type: 'boolean', short: 'y', about: 'Asks nothing: what is not said is chosen.' },
  },
  run: async ([folder = ''], { yes, ...choices }, { base, ask }) =>
    (await import('../commands/init.ts')).init(base, folder, choices, yes ? null : ask),
});
