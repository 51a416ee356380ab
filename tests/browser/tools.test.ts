/** What a learner moves about with and takes home: search, glossary, marks, notes, keys, fingers, handout, certificate. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { receipt } from '../../build/commands/receipt.ts';
import { web } from '../../src/formats/web/descriptor.ts';
import { courseOf } from '../contracts/course-of.ts';
import { builtCourse, builtFolder } from './built-course.ts';
import { launchChromium } from './chromium.ts';
import { answer, button, type Screen, shownPage } from './learner.ts';
import { launch, startLms } from './lms-server.ts';

// Axe takes its time on a machine that has little.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let browser: Browser;
let axe: string;
let folder: string;
const errors: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  folder = await mkdtemp(join(tmpdir(), 'coursewright-'));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  errors.length = 0;
});

/** Writes a package to the disk, as somebody does who unzips it. @returns the address of its first page */
async function unzipped(name: string, files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, name, path)), { recursive: true });
    await writeFile(join(folder, name, path), content);
  }
  return pathToFileURL(join(folder, name, 'index.html')).href;
}

async function open(url: string, options = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (said) => {
    if (said.type() === 'error') errors.push(said.text());
  });
  await page.goto(url);
  await page.waitForSelector('html[data-started]');
  return page;
}

const panel = (screen: Screen, name: string) => screen.locator(`dialog[open][data-panel="${name}"]`);

/** Opens a tool from the menu of the bar, as one does with a mouse. */
async function use(screen: Screen, tool: string): Promise<void> {
  const menu = screen.locator('.tools-menu');
  if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
  await menu.locator(`[data-tool="${tool}"]`).click();
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run({ runOnly: tags, preload: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

/** A finger that goes from one place to another, as a touch screen tells it. */
async function swipe(touch: CDPSession, from: readonly [number, number], to: readonly [number, number]) {
  const point = ([x, y]: readonly [number, number]) => [{ x, y }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(from) });
  for (const share of [0.3, 0.6, 1]) {
    const at = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share] as const;
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point(at) });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Swipes until the page is another one: on a slow machine a finger may take too long. @returns the page then */
async function swipeOff(
  page: Page,
  touch: CDPSession,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<string | null> {
  const here = await shownPage(page);
  const swipeOnce = async () => {
    if ((await shownPage(page)) === here) await swipe(touch, from, to);
    return shownPage(page);
  };
  await expect.poll(swipeOnce).not.toBe(here);
  return shownPage(page);
}

describe('the flagship, from a disk', () => {
  let url: string;
  let page: Page;

  beforeAll(async () => {
    url = await unzipped('flagship', await builtCourse('course', web));
    page = await open(url);
  });

  it('fetches its tools when they are first used, and not before', async () => {
    const fetched = () => page.locator('script[src="tools.js"], link[href="tools.css"]').count();
    await button(page, 'Start').click();
    expect(await fetched()).toBe(0);
    await button(page, 'Search').click();
    await panel(page, 'search').waitFor();
    expect(await fetched()).toBe(2);
    expect(errors).toEqual([]);
  });

  it('finds words as they are typed, marks them, and puts the passage that is chosen in view', async () => {
    await page.locator('#cw-search').fill('stereotyp inequal');
    const first = page.locator('.search-hits a').first();
    await expect.poll(() => first.locator('mark').allTextContents()).toContain('stereotypes');
    expect(await findings(page)).toEqual([]);
    const text = (await first.locator('span').textContent())?.replaceAll('…', '').trim() ?? '';
    await first.click();
    await panel(page, 'search').waitFor({ state: 'detached' });
    const revealed = page.locator('.page[data-shown] [data-revealed]');
    expect((await revealed.textContent())?.replace(/\s+/g, ' ')).toContain(text);
    const box = await revealed.boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= (page.viewportSize()?.height ?? 0)).toBe(true);
    expect(await revealed.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('finds nothing of what the assessment asks, and holds no facilitator note', async () => {
    const asked = await page.locator('.assessment .question-prompt').first().textContent();
    await page.keyboard.press('s');
    await page.locator('#cw-search').fill(asked?.trim() ?? '');
    await expect.poll(() => page.locator('.search-count').textContent()).toContain('Nothing found');
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-tool="search"]').count()).toBe(1);
  });

  it('lists its definitions in the order of its language, and leads to each', async () => {
    await use(page, 'glossary');
    const terms = await panel(page, 'glossary').locator('dt').allTextContents();
    expect(terms.length).toBeGreaterThan(3);
    expect(terms).toEqual([...terms].sort(new Intl.Collator('en').compare));
    expect(await findings(page)).toEqual([]);
    await panel(page, 'glossary')
      .getByRole('link', { name: terms[1] ?? '', exact: true })
      .click();
    await expect.poll(() => page.locator('[data-revealed] dfn').textContent()).toBe(terms[1]);
  });

  it('acts on its keys, never while somebody types, and not at all once they are turned off', async () => {
    const here = await shownPage(page);
    await page.keyboard.press('n');
    await expect.poll(() => shownPage(page)).not.toBe(here);
    await page.keyboard.press('p');
    await expect.poll(() => shownPage(page)).toBe(here);
    // On a Russian keyboard the same key writes another letter.
    await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'т', code: 'KeyN', bubbles: true })),
    );
    await expect.poll(() => shownPage(page)).not.toBe(here);
    await page.keyboard.press('p');
    await page.keyboard.press('Control+n');
    expect(await shownPage(page)).toBe(here);
    await page.keyboard.press('?');
    await panel(page, 'shortcuts').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('Use these keys').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    expect(await shownPage(page)).toBe(here);
    await use(page, 'shortcuts');
    await page.getByLabel('Use these keys').check();
    await page.keyboard.press('Escape');
  });

  it('keeps marks and notes for the next visit, says where, and gives them as a file', async () => {
    const here = (await shownPage(page)) ?? '';
    await page.keyboard.press('b');
    await expect.poll(() => page.locator('.said').textContent()).toBe('Page marked');
    await page.keyboard.press('m');
    await page.locator('#cw-note').fill('Ask about the patrol plan: n, p and ? are no keys here.');
    expect(await shownPage(page)).toBe(here);
    expect(await panel(page, 'notes').textContent()).toContain('whoever opens the course in this browser');
    expect(await findings(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      panel(page, 'notes').getByRole('button', { name: 'Keep as a file' }).click(),
    ]);
    const title = (await page.locator('.page[data-shown] h2').textContent()) ?? '';
    const kept = await readFile(await file.path(), 'utf8');
    expect(kept).toContain(`${title}\nAsk about the patrol plan`);
    expect(kept).toContain(`- ${title}`);
    await page.reload();
    await page.waitForSelector('html[data-started]');
    expect(await page.locator(`.outline a[href="#${here}"] .outline-state`).textContent()).toContain(
      'marked',
    );
    await use(page, 'notes');
    expect(await panel(page, 'notes').locator('.note').textContent()).toContain('patrol plan');
    await panel(page, 'notes').getByRole('link', { name: title }).first().click();
    await expect.poll(() => shownPage(page)).toBe(here);
  });

  it('prints a handout of its key messages and of the learner’s own words', async () => {
    await use(page, 'handout');
    expect(await findings(page)).toEqual([]);
    await page.evaluate(() => {
      window.print = () => {};
    });
    await panel(page, 'handout').getByRole('button', { name: 'Print' }).click();
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('body > .sheet');
    expect(await sheet.isVisible()).toBe(true);
    expect(await page.locator('main').isVisible()).toBe(false);
    expect(await sheet.locator('ol > li').count()).toBeGreaterThan(5);
    expect(await sheet.locator('.note').textContent()).toContain('patrol plan');
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await sheet.count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('says before the certificate is earned what is still to be done', async () => {
    await use(page, 'certificate');
    expect(await panel(page, 'certificate').locator('li').allTextContents()).toEqual([
      expect.stringMatching(/^Pages to be done: \d+$/),
      'Pass the assessment.',
    ]);
    expect(await findings(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is turned by a finger that wipes across it, and by none that scrolls, selects, drags or comes from the edge', async () => {
    const phone = await open(url, { viewport: { width: 390, height: 780 }, hasTouch: true });
    await button(phone, 'Start').click();
    const touch = await phone.context().newCDPSession(phone);
    const first = await shownPage(phone);
    // The first finger that moves fetches the tools.
    await swipe(touch, [200, 500], [200, 400]);
    await phone.waitForSelector('link[href="tools.css"]', { state: 'attached' });
    const second = await swipeOff(phone, touch, [300, 400], [100, 410]);
    expect(second).not.toBe(first);
    for (const [from, to] of [
      [
        [300, 130],
        [200, 330],
      ],
      [
        [380, 130],
        [150, 130],
      ],
      [
        [5, 130],
        [250, 130],
      ],
      [
        [200, 130],
        [170, 130],
      ],
    ] as const)
      await swipe(touch, from, to);
    expect(await shownPage(phone)).toBe(second);
    expect(await swipeOff(phone, touch, [100, 130], [300, 135])).toBe(first);
    await phone.context().close();
  });

  it('tells a learner whose browser keeps nothing that notes are lost with the window', async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    const denied = await context.newPage();
    await denied.goto(url);
    await denied.waitForSelector('html[data-started]');
    await button(denied, 'Start').click();
    await use(denied, 'notes');
    expect(await panel(denied, 'notes').locator('.panel-note').first().textContent()).toContain(
      'keeps nothing',
    );
    await denied.locator('#cw-note').fill('Still here.');
    await denied.keyboard.press('Escape');
    await use(denied, 'notes');
    expect(await denied.locator('#cw-note').inputValue()).toBe('Still here.');
    await context.close();
  });
});

it('in a course from right to left, everything mirrors: the finger, the panels, the words that are found', async () => {
  const page = await open(await unzipped('arabic', await builtCourse('tests/fixtures/arabic', web)), {
    viewport: { width: 390, height: 780 },
    hasTouch: true,
  });
  await page.locator('[data-action="start"]').click();
  await page.locator('[data-tool="search"]').click();
  await page.locator('#cw-search').fill('الضَّغط');
  await expect.poll(() => page.locator('.search-hits mark').allTextContents()).toContain('الضغط');
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  for (const tool of ['notes', 'handout', 'shortcuts']) {
    await use(page, tool);
    await panel(page, tool).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }
  expect(errors).toEqual([]);
  await page.context().close();

  const { files } = await builtFolder(courseOf({ language: 'ar' }), web);
  const two = await open(await unzipped('two', files), {
    viewport: { width: 390, height: 780 },
    hasTouch: true,
  });
  await two.locator('[data-action="start"]').click();
  const touch = await two.context().newCDPSession(two);
  await swipe(touch, [200, 500], [200, 400]);
  await two.waitForSelector('link[href="tools.css"]', { state: 'attached' });
  expect(await swipeOff(two, touch, [100, 400], [300, 410])).toBe('two');
  expect(await swipeOff(two, touch, [300, 400], [100, 410])).toBe('one');
  await two.context().close();
});

describe('a course in order, with a certificate', () => {
  const right = { id: 'a', text: 'Yes', correct: true };
  const asked = {
    type: 'single-choice',
    id: 'q-valve',
    prompt: 'Is a check valve a valve?',
    options: [right, { id: 'b', text: 'No' }],
  };
  const text = (words: string) => [{ type: 'text', text: words }];
  const page = (id: string, title: string, words: string, more = {}) => ({
    id,
    title,
    minutes: 1,
    outcomes: ['know'],
    blocks: text(words),
    ...more,
  });
  const course = courseOf({
    order: 'sequential',
    passMark: 80,
    certificate: { issuer: 'The pump house', score: true },
    lessons: [
      {
        id: 'lesson',
        title: 'Lesson',
        pages: [
          page('one', 'One', 'See [the third page](#three). A plain word: hydrant.'),
          page('two', 'Two', 'Another hydrant.'),
          page('three', 'Three', 'A third hydrant.', {
            assessment: { questions: [{ ...asked, outcome: 'know' }] },
          }),
        ],
      },
    ],
  } as never);

  it('says of a locked page why, and what opens it: in the outline, in the text, on “Next”', async () => {
    const { files } = await builtFolder(course, web);
    const screen = await open(await unzipped('ordered', files));
    const reason = 'Not open yet. First read “Two”.';
    const outlined = screen.locator('.outline a[href="#three"]');
    expect(await outlined.getAttribute('aria-disabled')).toBe('true');
    await button(screen, 'Start').click();
    expect(await outlined.getAttribute('title')).toBe(reason);
    const inText = screen.locator('#one a[href="#three"]');
    expect(await inText.getAttribute('aria-disabled')).toBe('true');
    await inText.press('Enter');
    expect(await shownPage(screen)).toBe('one');
    expect(await screen.locator('.notice p').textContent()).toBe(`Three: ${reason}`);
    expect(await findings(screen)).toEqual([]);
    await button(screen, 'Go there').click();
    expect(await shownPage(screen)).toBe('two');
    expect(await inText.getAttribute('aria-disabled')).toBeNull();
    expect(await outlined.getAttribute('aria-disabled')).toBeNull();
    await screen.locator('.outline a[href="#cw-start"]').click();
    await screen.locator('.start-map a[href="#three"]').click();
    expect(await shownPage(screen)).toBe('three');
    expect(errors).toEqual([]);
    await screen.context().close();
  });

  it('leaves locked pages out of what is found, and says so', async () => {
    const { files } = await builtFolder(course, web);
    const screen = await open(await unzipped('ordered', files));
    await button(screen, 'Start').click();
    // The page that is laid out beforehand is found like any other.
    await screen.locator('#two[aria-hidden]').waitFor({ state: 'attached' });
    await button(screen, 'Search').click();
    await screen.locator('#cw-search').fill('hydrant');
    await expect.poll(() => screen.locator('.search-hits strong').allTextContents()).toEqual(['One', 'Two']);
    expect(await panel(screen, 'search').textContent()).toContain(
      'Pages that are not open yet are left out.',
    );
    await screen.context().close();
  });

  it('gives whoever has passed a certificate, whose file the command accepts', async () => {
    const { files } = await builtFolder(
      course,
      (await import('../../src/formats/scorm12/descriptor.ts')).scorm12,
    );
    const lms = await startLms(files);
    const window = await (await browser.newContext()).newPage();
    const screen = await launch(window, lms);
    await button(screen, 'Start').click();
    await button(screen, 'Next').click();
    await button(screen, 'Next').click();
    await button(screen, 'Start the assessment').click();
    const offer = screen.locator('.assessment-result').getByRole('button', { name: 'Certificate' });
    await answer(screen, 'q-valve', ['b']);
    await button(screen, 'Finish and see the result').click();
    expect(await offer.count()).toBe(0);
    await button(screen, 'Take it again').click();
    await answer(screen, 'q-valve', ['a']);
    await button(screen, 'Finish and see the result').click();
    await offer.click();
    const sheet = panel(screen, 'certificate').locator('.certificate');
    const name = (await sheet.locator('.certificate-name').textContent()) ?? '';
    expect(name).not.toBe('');
    expect(name).not.toContain(',');
    expect(await sheet.locator('.certificate-facts').textContent()).toContain('100 per cent');
    const [file] = await Promise.all([
      window.waitForEvent('download'),
      panel(screen, 'certificate').getByRole('button', { name: 'Keep as a file' }).click(),
    ]);
    const kept = await readFile(await file.path(), 'utf8');
    const code = kept.trim().split(': ').at(-1) ?? '';
    expect(await sheet.locator('.certificate-facts').textContent()).toContain(code);
    await writeFile(join(folder, 'good.txt'), kept);
    await writeFile(join(folder, 'bad.txt'), kept.replace('100', '99').replace(name, 'Eve'));
    expect((await receipt(folder, 'good.txt')).code).toBe(0);
    expect((await receipt(folder, 'bad.txt')).code).toBe(1);
    await window.context().close();
    await lms.close();
  });
});

it('a certificate is one A4 sheet of paper, for the name that a learner writes where no LMS says it', async () => {
  const { files } = await builtFolder(courseOf({ certificate: { issuer: 'The pump house' } }), web);
  const page = await open(await unzipped('certified', files));
  await button(page, 'Start').click();
  await button(page, 'Next').click();
  await use(page, 'certificate');
  const print = panel(page, 'certificate').getByRole('button', { name: 'Print' });
  expect(await print.isDisabled()).toBe(true);
  await page.getByLabel('Your name, as it should stand there').fill('Ada Byron');
  await page.evaluate(() => {
    window.print = () => {};
  });
  await print.click();
  const printed = async () => (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pdf = await printed();
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBe(1);
  // 297 by 210 mm in points.
  expect(/MediaBox \[0 0 (\d+)\.\d* (\d+)/.exec(pdf)?.slice(1)).toEqual(['841', '594']);
  // The browser's own command prints it as well while it is shown, and the course afterwards.
  await expect.poll(() => page.locator('body > .sheet').count()).toBe(0);
  expect((await printed()).match(/\/Type \/Page\b/g)?.length).toBe(1);
  await expect.poll(() => page.locator('body > .sheet').count()).toBe(0);
  await page.keyboard.press('Escape');
  await panel(page, 'certificate').waitFor({ state: 'detached' });
  expect((await printed()).match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
  await page.context().close();
});

it('tools that do not come are told calmly, and come when they can', async () => {
  const { files } = await builtFolder(courseOf({}), web);
  const url = await unzipped('broken', files);
  await rm(join(folder, 'broken', 'tools.js'));
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  await page.waitForSelector('html[data-started]');
  await button(page, 'Search').click();
  await expect
    .poll(() => page.locator('.notice p').textContent())
    .toBe('This could not be loaded. Try again when you are connected.');
  await unzipped('broken', files);
  await button(page, 'Search').click();
  await panel(page, 'search').waitFor();
  await page.context().close();
});
