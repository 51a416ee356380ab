import { blockSchema } from '../../course/block.ts';
import { inline, plain } from '../../course/field.ts';
import type { Mistake } from '../../course/problem.ts';
import { pointerStep } from '../../course/problem.ts';

export const schema = blockSchema(
  'table',
  'Rows and columns with headers. On a narrow screen it scrolls by itself.',
  {
    caption: plain,
    columns: {
      type: 'array',
      minItems: 2,
      maxItems: 12,
      items: plain,
      description: 'Headers of the columns.',
    },
    rows: {
      type: 'array',
      minItems: 1,
      maxItems: 200,
      items: { type: 'array', items: inline },
      description: 'The first cell of each row is its header.',
    },
  },
  ['caption', 'columns', 'rows'],
);

/** Every row has a cell a column. */
export function check({
  columns,
  rows,
}: {
  columns: readonly string[];
  rows: readonly string[][];
}): Mistake[] {
  return rows.flatMap((row, index) =>
    row.length === columns.length
      ? []
      : [
          {
            pointer: `/rows${pointerStep(index)}`,
            message: `the row has ${row.length} of ${columns.length} cells.`,
            hint: 'Give every row as many cells as there are columns.',
          },
        ],
  );
}
