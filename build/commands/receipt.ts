/** `receipt <file>`: whether the check code of a learner's receipt or certificate fits what stands above it. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkCode } from '../../src/session/check-code.ts';
import { type Outcome, WrongUse } from './command.ts';

export async function receipt(base: string, name: string): Promise<Outcome> {
  const text = await readFile(resolve(base, name), 'utf8').catch(() => {
    throw new WrongUse(`There is no file "${name}".`);
  });
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const given = lines.at(-1)?.split(':').at(-1)?.trim() ?? '';
  if (lines.length < 2 || !/^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(given))
    throw new WrongUse(
      `"${name}" is no receipt and no certificate: its last line has no check code such as 0K3F-9QXZ.`,
    );
  if (checkCode(lines.slice(0, -1)) === given)
    return { code: 0, out: ['The check code fits: it reads as the course wrote it.'], err: [] };
  return {
    code: 1,
    out: [],
    err: [
      `The check code ${given} does not fit: it does not read as the course wrote it.`,
      'The code shows changes; it is no signature: whoever has the package can work out another.',
    ],
  };
}
