import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { receipt } from '../../build/commands/receipt.ts';

const text =
  'Course: The pump house (pump-house)\nVersion: 1.0.0\nScore: 90 per cent.\nCheck code: 010Q-JVMC\n';
const written = async (content: string) => {
  const base = await mkdtemp(join(tmpdir(), 'coursewright-'));
  await writeFile(join(base, 'receipt.txt'), content);
  return base;
};

it('a receipt that reads as the course wrote it has a check code that fits', async () => {
  expect((await receipt(await written(text), 'receipt.txt')).code).toBe(0);
  // A mail program breaks lines its own way.
  expect((await receipt(await written(text.replaceAll('\n', '\r\n\r\n')), 'receipt.txt')).code).toBe(0);
});

it('a receipt in which a figure was changed has one that does not', async () => {
  const { code, err } = await receipt(await written(text.replace('90', '100')), 'receipt.txt');
  expect(code).toBe(1);
  expect(err[0]).toContain('010Q-JVMC does not fit');
});

it.each(['', 'Hello.', 'Course: A\nScore: 9\n'])('%j is no receipt', async (content) => {
  await expect(receipt(await written(content), 'receipt.txt')).rejects.toThrow(
    'is no receipt and no certificate',
  );
});
