import { defineCommand } from './define-command.ts';

export const receiptCommand = defineCommand({
  name: 'receipt',
  about: 'Says whether a learner’s receipt or certificate reads as the course wrote it.',
  takes: [
    {
      name: '<file>',
      what: 'a receipt or certificate that a learner kept as a file, or its lines typed from paper',
    },
  ],
  options: {},
  run: async ([file = ''], _, { base }) => (await import('../commands/receipt.ts')).receipt(base, file),
});
