/** Asks axe-core about what is on the screen. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Axe {
  run(
    context: Element,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** Once for each document; its window must not hold to the course's policy (`bypassCSP`). */
export async function loadAxe(page: Page): Promise<void> {
  const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.addScriptTag({ content: await readFile(path, 'utf8') });
}

/**
 * @param where what is said before each finding
 * @param rules ids of rules; all of WCAG 2.2 A and AA and of good practice when left out
 */
export function axeFindings(page: Page, where: string, rules?: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async ({ where, runOnly }) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run(document.documentElement, {
        runOnly,
        resultTypes: ['violations'],
      });
      return violations.map(
        ({ id, nodes }) =>
          `${where}: ${id}: ${nodes.map(({ html }) => html.replace(/\s+/g, ' ').slice(0, 160)).join(' | ')}`,
      );
    },
    { where, runOnly: rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: tags } },
  );
}
