import { defineCommand } from './define-command.ts';

export const schemaCommand = defineCommand({
  name: 'schema',
  about: 'Writes the schemas by which an editor completes and explains the fields of the course.',
  takes: [{ name: '<folder>', what: 'the folder of a course' }],
  options: {},
  run: async ([folder = ''], _, { base }) => (await import('../commands/schema.ts')).schema(base, folder),
});
