import { WrongUse } from '../commands/command.ts';
import { defineCommand } from './define-command.ts';

export const previewCommand = defineCommand({
  name: 'preview',
  about: 'Opens the course in an LMS emulator, with what the LMS has been told beside it.',
  takes: [{ name: '<folder>', what: 'the folder of a course' }],
  options: {
    language: {
      type: 'string',
      value: '<tag>|together',
      about: 'The language to show, or all in one package; as course.json says when left out.',
    },
    port: {
      type: 'string',
      default: '4180',
      value: '<number>',
      about: 'Port on this machine; 4180 when left out, 0 for any.',
    },
    'no-open': {
      type: 'boolean',
      about: 'Does not open the browser, as in CI or where there is no terminal.',
    },
  },
  run: async ([folder = ''], { language, port, 'no-open': stays }, surroundings) =>
    (await import('../commands/preview.ts')).preview(surroundings, folder, language, portIn(port), !stays),
});

function portIn(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new WrongUse(`"${text}" is not a port: a number from 0 to 65535.`);
}
