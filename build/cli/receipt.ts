import { defineCommand } from './define-command.ts';

export const receiptCommand = defineCommand({
  name: 'receipt',
  about: 'Says whether a learner’s receipt reads as the course wrote it.',
  takes: [{ name: '<file>', what: 'a receipt that a learner kept' }],
  options: {},
  run: async ([file = ''], _, { base }) => (await import('../commands/receipt.ts')).receipt(base, file),
});
