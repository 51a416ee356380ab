/** What a style sheet may ask of the document: every page of the course is in it, and each turn of a page asks again. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** A relation that begins at an element around all pages, with what it looks for there. */
const aroundAll = /(?:body|html|main|:root)[^\s,{>+~(]*:has\(((?:[^()]|\([^()]*\))*)\)/g;

async function askedOfAllPages(folder: string): Promise<string[]> {
  const names = (await readdir(join(root, folder), { recursive: true })).filter((name) =>
    name.endsWith('.css'),
  );
  const sheets = await Promise.all(names.map((name) => readFile(join(root, folder, name), 'utf8')));
  return sheets.flatMap((css) => [...css.matchAll(aroundAll)].map(([, looked = '']) => looked));
}

it('goes from child to child, where it begins around all pages', async () => {
  const asked = [...(await askedOfAllPages('templates/theme')), ...(await askedOfAllPages('src'))];
  expect(asked.length).toBeGreaterThan(0);
  for (const looked of asked) expect(looked).toMatch(/^(> [^\s>+~]+ ?)+$/);
});
