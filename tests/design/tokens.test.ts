/** The design is said once: style sheets name its tokens, and say no colour and no size of their own. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

async function sheets(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true });
  return entries.filter((name) => name.endsWith('.css')).map((name) => `${folder}/${name}`);
}

interface Declaration {
  readonly sheet: string;
  readonly property: string;
  readonly value: string;
}

async function declarations(paths: readonly string[]): Promise<Declaration[]> {
  const all = await Promise.all(
    paths.map(async (sheet) => {
      const css = (await readFile(join(root, sheet), 'utf8')).replace(/\/\*.*?\*\//gs, '');
      return [...css.matchAll(/([\w-]+):\s*([^;{}]+);/g)].map(([, property = '', value = '']) => ({
        sheet,
        property,
        value,
      }));
    }),
  );
  return all.flat();
}

const player = [...(await sheets('templates/theme')), ...(await sheets('src'))];
const documents = (
  await Promise.all(['slides', 'handout', 'guide'].map((name) => sheets(`templates/${name}`)))
).flat();
const isOwn = ({ sheet }: Declaration) => sheet !== 'templates/theme/tokens.css';

const colour =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|\b(?:white|black|gr[ae]y|silver|red|maroon|orange|yellow|green|olive|teal|blue|navy|purple|pink|brown)\b/i;
const absolute = /(?:^|[\s(,-])\d*\.?\d+(?:px|rem|pt|cm|mm|in)\b/;
const measured =
  /^(?:font-size|font-weight|line-height|padding|margin|gap|border|border-(?!collapse).*|outline|outline-offset|box-shadow|(?:padding|margin|row|column)-.+)$/;

describe('tokens', () => {
  it('are the one place of colours, for pages and for documents', async () => {
    const found = (await declarations([...player, ...documents])).filter(
      (one) => isOwn(one) && colour.test(one.value),
    );
    expect(found).toEqual([]);
    expect(player.length).toBeGreaterThan(40);
  });

  it('are the one place of sizes of text, space, lines and corners', async () => {
    const found = (await declarations(player)).filter(
      (one) => isOwn(one) && measured.test(one.property) && absolute.test(one.value),
    );
    expect(found).toEqual([]);
  });

  it('are the one place of weights and of fonts', async () => {
    const found = (await declarations(player)).filter(
      (one) =>
        isOwn(one) &&
        ((one.property === 'font-weight' && !/^(var\(.*|400|700|inherit)$/.test(one.value)) ||
          (one.property === 'font-family' && !one.value.startsWith('var('))),
    );
    expect(found).toEqual([]);
  });

  it('that are named are declared', async () => {
    const theme = await readFile(join(root, 'build/pipeline/theme/theme-style.ts'), 'utf8');
    const palette = await readFile(join(root, 'build/pipeline/theme/palette.ts'), 'utf8');
    const tokens = await readFile(join(root, 'templates/theme/tokens.css'), 'utf8');
    const known = new Set([
      ...[...`${tokens}${theme}`.matchAll(/--([\w-]+):/g)].map(([, name]) => name),
      ...[...palette.matchAll(/(?:readonly )?'?([a-z-]+)'?: /g)].map(([, name]) => name),
      ...['paper', 'ink', 'accent', 'second', 'right', 'wrong'],
      // Said by the page of slides itself.
      'scale',
    ]);
    const named = (await declarations([...player, ...documents])).flatMap(({ sheet, value }) =>
      [...value.matchAll(/var\(--([\w-]+)/g)].map(([, name]) => ({ sheet, name })),
    );
    expect(named.filter(({ name }) => !known.has(name))).toEqual([]);
  });
});
