/** The documentation: whole, its links lead somewhere, and its examples play. */
import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../build/cli/index.ts';
import { makeDocs } from '../../build/docs/make-docs.ts';
import { fieldsOf } from '../../build/docs/schema-fields.ts';
import { blockTypes } from '../../src/blocks/index.ts';
import { questionTypes } from '../../src/questions/index.ts';
import { launchChromium } from '../browser/chromium.ts';
import { serve } from '../browser/serve.ts';

let site: ReadonlyMap<string, Uint8Array>;
const text = (path: string) => new TextDecoder().decode(site.get(path));
const pages = () =>
  [...site.keys()].filter((path) => path.endsWith('.html') && !path.startsWith('examples/'));

beforeAll(async () => {
  site = new Map((await makeDocs()).map(({ path, content }) => [path, content]));
}, 60_000);

describe('the documentation', () => {
  it('has a page for each block and question type, each command, each field of a course', () => {
    for (const type of Object.keys(blockTypes)) expect(pages()).toContain(`blocks/${type}.html`);
    for (const type of Object.keys(questionTypes)) expect(pages()).toContain(`questions/${type}.html`);
    for (const { name } of commands) expect(text('commands.html')).toContain(`<h2 id="${name}">`);
    for (const field of ['idleMinutes', 'completion', 'pretest', 'outcomePassMark', 'optionalActivities'])
      expect(text('course-format.html')).toContain(`<code>${field}</code>`);
  });

  it('has no link that leads nowhere, in the site or in a page', () => {
    const dead: string[] = [];
    for (const page of pages())
      for (const [, href = ''] of text(page).matchAll(/(?:href|src)="([^"]*)"/g)) {
        if (/^(https?|data|mailto):/.test(href)) continue;
        const [path = '', fragment] = href.split('#');
        const target = path === '' ? page : posix.join(posix.dirname(page), path);
        if (!site.has(target)) dead.push(`${page}: ${href}`);
        else if (fragment && !text(target).includes(`id="${fragment}"`)) dead.push(`${page}: ${href}`);
      }
    expect(dead).toEqual([]);
  });

  it('is valid HTML, and leaves nothing to be written', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'no-trailing-whitespace': 'off',
        'doctype-style': 'off',
        'void-style': 'off',
        'long-title': 'off',
      },
    });
    for (const page of pages()) {
      const { results } = await validator.validateString(text(page));
      expect(
        results.flatMap(({ messages }) => messages.map(({ message, line }) => `${page}:${line} ${message}`)),
      ).toEqual([]);
      expect(text(page)).not.toMatch(/to be written|TODO/i);
    }
  });

  it('tells the fields of a schema with their bounds', () => {
    const schema = {
      properties: {
        id: { type: 'string', format: 'id' },
        items: {
          type: 'array',
          minItems: 2,
          maxItems: 12,
          items: {
            type: 'object',
            properties: { text: { type: 'string', format: 'plain', maxLength: 9, description: 'Words.' } },
          },
        },
        points: { type: 'number', exclusiveMinimum: 0, maximum: 100 },
      },
      required: ['id'],
    };
    expect(fieldsOf(schema)).toEqual([
      { name: 'id', type: 'id', isRequired: true, about: '' },
      { name: 'items', type: 'list of objects, 2 to 12', isRequired: false, about: '' },
      { name: 'items[].text', type: 'plain text, up to 9 characters', isRequired: false, about: 'Words.' },
      { name: 'points', type: 'number, more than 0, up to 100', isRequired: false, about: '' },
    ]);
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('each example plays where it is shown, and axe finds nothing on a page of each kind', async () => {
    const served = await serve(new Map([...site]));
    const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    for (const path of [
      'index.html',
      'questions/matching.html',
      'blocks/timeline.html',
      'course-format.html',
      'lms/moodle.html',
    ]) {
      await page.goto(`${served.url}/${path}`);
      const frame = page.frames().find((one) => one.url().includes('/examples/'));
      if (frame) {
        const shown = frame.locator('.page[data-shown] h2');
        await expect.poll(() => shown.textContent()).toBe(posix.basename(path, '.html'));
      }
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await axe.run({ iframes: false, resultTypes: ['violations'] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(found, path).toEqual([]);
    }
    expect(errors).toEqual([]);
    await served.close();
  }, 60_000);
});
