import { blockSchema } from '../../course/block.ts';
import { asset, inline, plain } from '../../course/field.ts';
import { type Mistake, pointerStep } from '../../course/problem.ts';

export const schema = blockSchema(
  'links',
  'Where to read on, and files to take along.',
  {
    items: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: {
          title: plain,
          text: inline,
          url: { type: 'string', format: 'uri', pattern: '^https?://', description: 'Web address.' },
          file: {
            ...asset,
            format: 'download',
            description: 'A file of the course folder to be downloaded.',
          },
        },
        required: ['title'],
        additionalProperties: false,
      },
    },
  },
  ['items'],
);

/** Each leads to the web or to a file, and to one of them only. */
export function check({ items }: { items: readonly { url?: string; file?: string }[] }): Mistake[] {
  return items.flatMap(({ url, file }, index) =>
    (url === undefined) !== (file === undefined)
      ? []
      : [
          {
            pointer: `/items${pointerStep(index)}`,
            message:
              url === undefined ? 'the entry leads nowhere.' : 'the entry leads to the web and to a file.',
            hint: 'Give it either a "url" or a "file".',
          },
        ],
  );
}
