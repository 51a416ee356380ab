import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Surroundings } from '../../build/commands/command.ts';
import { preview } from '../../build/commands/preview.ts';
import { type CoursePreview, previewCourse } from '../../build/preview/preview-course.ts';
import { formats } from '../../src/formats/index.ts';
import { launchChromium } from './chromium.ts';
import { button, expectSaved, shownPage, takeAssessment } from './learner.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;
let url: string;
let stop: () => Promise<number | null>;
let browser: Browser;
let page: Page;
const printed: string[] = [];

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'coursewright-')), 'small');
  await cp(join(root, 'tests/fixtures/small'), folder, { recursive: true });
  const running = spawn(process.execPath, [
    join(root, 'dist/tool/cli.cjs'),
    'preview',
    folder,
    '--port',
    '0',
  ]);
  running.stderr.on('data', (chunk) => printed.push(String(chunk)));
  url = await new Promise((resolve) =>
    running.stdout.on('data', (chunk) => {
      printed.push(String(chunk));
      const found = / is open at (\S+)/.exec(printed.join(''))?.[1];
      if (found) resolve(found);
    }),
  );
  const ended = new Promise<number | null>((resolve) => running.on('exit', resolve));
  stop = () => {
    running.kill('SIGINT');
    return ended;
  };
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(url);
});

afterAll(async () => {
  await browser?.close();
  await stop?.();
});

async function course(): Promise<Frame> {
  await page.waitForSelector('iframe');
  const handle = await page.locator('iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('The emulator shows no course.');
  await frame.waitForSelector('html[data-started]');
  return frame;
}
const report = (name: string) =>
  page
    .locator('#report dt', { hasText: new RegExp(`^${name}$`) })
    .locator('xpath=following-sibling::dd[1]')
    .textContent();
const change = async (file: string, from: string, to: string) => {
  const text = await readFile(join(folder, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} holds no "${from}".`);
  await writeFile(join(folder, file), text.replace(from, to));
};

describe('the preview', () => {
  it('shows the course in an LMS, and beside it what the LMS has been told', async () => {
    const frame = await course();
    await button(frame, 'Start').click();
    await expectSaved(frame);
    expect(await report('status')).toBe('incomplete');
    expect(await page.locator('#calls li').last().textContent()).toContain('LMSInitialize("") → "true"');
    expect(await page.locator('#violations li').count()).toBe(0);
    expect(await page.evaluate(() => document.getElementById('model')?.textContent)).toContain(
      'cmi.core.lesson_status',
    );
  });

  it('shows a change at the same page, with the learner’s state kept', async () => {
    const frame = await course();
    await button(frame, 'Next').click();
    await expectSaved(frame);
    const before = await shownPage(frame);
    const lesson = JSON.parse(await readFile(join(folder, 'lessons/one.json'), 'utf8'));
    const { title } = lesson.pages.find((one: { id: string }) => one.id === before);
    await change('lessons/one.json', `"${title}"`, '"A title that is new"');
    await page.waitForFunction(() =>
      document.querySelector('iframe')?.contentDocument?.body?.textContent?.includes('A title that is new'),
    );
    const after = await course();
    await expect.poll(() => shownPage(after)).toBe(before);
    expect(await report('status')).toBe('incomplete');
  });

  it('lays mistakes over the page with their place, and takes them away when they are mended', async () => {
    await change('course.json', '"passMark": 80', '"passMark": "80"');
    await page.waitForSelector('#problems:not([hidden])');
    expect(await page.locator('#problems li').textContent()).toContain(
      'course.json:9:15: error: /passMark: "80" is not a number.',
    );
    await expect.poll(() => printed.join('')).toContain('"80" is not a number.');
    await course();
    await change('course.json', '"passMark": "80"', '"passMark": 80');
    await page.waitForSelector('#problems', { state: 'hidden' });
  });

  it('closes, loses, and reopens the course where the learner was', async () => {
    const frame = await course();
    await frame.locator('.page[data-shown]').waitFor();
    const before = await shownPage(frame);
    await button(page, 'Close').click();
    expect(await page.locator('iframe').count()).toBe(0);
    await button(page, 'Reopen').click();
    const again = await course();
    await expect.poll(() => shownPage(again)).toBe(before);
    await expectSaved(again);
    await button(page, 'Close without warning').click();
    await button(page, 'Reopen').click();
    const survived = await course();
    await expect.poll(() => shownPage(survived)).toBe(before);
    await button(page, 'New learner').click();
    await button(await course(), 'Start').waitFor();
  });

  it('cuts the line: the course says so, and the calls with their errors in words', async () => {
    const frame = await course();
    await button(page, 'Cut the line').click();
    await button(frame, 'Start').click();
    await expect
      .poll(() => page.locator('#calls .failed').first().textContent())
      .toContain('101: the LMS failed');
    await expect.poll(() => frame.locator('.save').textContent()).not.toMatch(/^Saved/);
    await button(page, 'Cut the line').click();
    await expect.poll(() => frame.locator('.save').textContent()).toMatch(/^Saved/);
  });

  it('switches to another format and to review mode', async () => {
    await page.locator('#format').selectOption('scorm2004');
    await expect
      .poll(() => page.locator('#calls li').last().textContent())
      .toContain('Initialize("") → "true"');
    await button(page, 'Review mode').click();
    await expect
      .poll(() => page.locator('#calls').textContent())
      .toContain('GetValue("cmi.mode") → "review"');
    expect(await page.locator('#violations li').count()).toBe(0);
  });

  it('has no finding of axe in its own page', async () => {
    await page.evaluate(axe.source);
    const found = await page.evaluate(() =>
      (
        window as never as { axe: { run(context: object): Promise<{ violations: { id: string }[] }> } }
      ).axe.run({ exclude: ['iframe'] }),
    );
    expect(found.violations.map(({ id }) => id)).toEqual([]);
  });

  it('answers on this machine only, and holds nothing but the package', async () => {
    const { port } = new URL(url);
    const ask = (path: string, host: string, method = 'GET', origin = '') =>
      new Promise<number>((resolve) =>
        request({ port, path, method, headers: { host, ...(origin && { origin }) } }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        }).end(),
      );
    expect(await ask('/', `127.0.0.1:${port}`)).toBe(200);
    expect(await ask('/', 'evil.example')).toBe(403);
    expect(await ask('/course/1/index.html', `localhost:${port}`)).toBe(200);
    for (const path of [
      '/course/1/course.json',
      '/course/1/../../package.json',
      '/course/1/%2e%2e/course.json',
      '/etc/passwd',
    ])
      expect(await ask(path, `127.0.0.1:${port}`), path).toBe(404);
    expect(await ask('/format/scorm12', `127.0.0.1:${port}`, 'POST', 'https://evil.example')).toBe(404);
  });

  it('ends itself when it is interrupted', async () => {
    expect(await stop()).toBe(0);
  });
});

describe('the preview of xAPI and cmi5', () => {
  let running: CoursePreview;
  let own: Page;

  beforeAll(async () => {
    const copy = join(await mkdtemp(join(tmpdir(), 'coursewright-')), 'lessons');
    await cp(join(root, 'tests/fixtures/lessons'), copy, { recursive: true });
    running = await previewCourse(copy, 'lessons', Object.values(formats), 0, () => {});
    const fresh = browser.isConnected() ? browser : await launchChromium();
    own = await fresh.newPage();
    await own.goto(running.url);
  });
  afterAll(() => running?.close());

  const frame = async (): Promise<Frame> => {
    const handle = await own.waitForSelector('iframe');
    const inside = await handle.contentFrame();
    if (!inside) throw new Error('The emulator shows no course.');
    await inside.waitForSelector('html[data-started]');
    return inside;
  };
  const play = async (name: string) => {
    await own.locator('#format').selectOption(name);
    await own.waitForFunction(
      (format) => document.querySelector('#format option:checked')?.getAttribute('value') === format,
      name,
    );
    return frame();
  };
  const statements = () => own.locator('#statements summary').allTextContents();
  const reported = (name: string) =>
    own
      .locator('#report dt', { hasText: new RegExp(`^${name}$`) })
      .locator('xpath=following-sibling::dd[1]')
      .textContent();

  it('shows in plain words what the LRS is told, what it keeps and what is asked', async () => {
    const inside = await play('xapi');
    await button(inside, 'Start').click();
    await button(inside, 'Next').click();
    await expect.poll(async () => (await statements()).join('\n')).toMatch(/experienced “The pump”/);
    expect((await statements()).at(-1)).toMatch(/initialized “The water works”$/);
    await expect.poll(() => reported('progress')).toMatch(/^[1-9]\d* %$/);
    expect(await own.locator('#documents').textContent()).toContain('coursewright');
    expect(await own.locator('#violations li').allTextContents()).toEqual([]);
    expect(await own.locator('[data-toggle="review"]').isDisabled()).toBe(true);
  });

  it('cuts the line to the LRS, and loses nothing when the window goes without warning', async () => {
    const inside = await frame();
    await button(own, 'Cut the line').click();
    await button(inside, 'Next').click();
    await expect.poll(() => own.locator('#requests .failed').first().textContent()).toMatch(/ cut$/);
    await button(own, 'Close without warning').click();
    await button(own, 'Cut the line').click();
    expect((await statements()).join('\n')).not.toContain('terminated');
    await button(own, 'Reopen').click();
    const again = await frame();
    await expect
      .poll(async () => (await statements()).filter((one) => one.includes('initialized')).length)
      .toBe(2);
    await expect.poll(async () => (await statements()).join('\n')).toContain('The filter');
    await expectSaved(again);
  });

  it('launches the lessons of cmi5 one by one, shows refusals with the requirement, and a review tells its frame alone', async () => {
    const inside = await play('cmi5');
    expect(await own.locator('#launch option').allTextContents()).toEqual(['The parts', 'A safe start']);
    await button(inside, 'Start').click();
    await button(inside, 'Next').click();
    await expect.poll(() => reported('completion')).toBe('completed');
    expect(await reported('course')).toBe('not satisfied');
    await expectSaved(inside);
    await button(own, 'Close').click();
    const isTerminated = async (title: string) =>
      (await statements()).some((one) => one.includes(`terminated “${title}”`));
    await expect.poll(() => isTerminated('The parts')).toBe(true);
    await own.locator('#launch').selectOption('lesson-start.html');
    const second = await frame();
    await button(second, 'Start').click();
    await button(second, 'Next').click();
    await takeAssessment(second, { 'q-valve': ['f'], 'q-inlet': ['t'] });
    await expect.poll(() => reported('course')).toBe('satisfied');
    expect(await reported('score')).toBe('100 %');
    expect((await statements()).join('\n')).toMatch(/answered “[^”]+”: (true|false), right, 1 of 1/);
    expect(await own.locator('#violations li').allTextContents()).toEqual([]);

    const query = new URL(second.url()).searchParams;
    await fetch(query.get('fetch') ?? '', { method: 'GET' });
    await expect.poll(() => own.locator('#violations').textContent()).toContain('(cmi5 8.2.1.0-2)');

    await button(own, 'Close').click();
    await expect.poll(() => isTerminated('A safe start')).toBe(true);
    const before = (await statements()).length;
    await button(own, 'Review mode').click();
    await frame();
    await button(own, 'Close').click();
    const since = async () => (await statements()).slice(0, -before).map((one) => /(\w+) “/.exec(one)?.[1]);
    await expect.poll(since).toEqual(['terminated', 'initialized', 'launched']);
    await button(own, 'Review mode').click();
  });

  it('plays a universal package by each standard, and the web without an LMS', async () => {
    await play('universal-scorm12');
    await expect
      .poll(() => own.locator('#calls li').last().textContent())
      .toContain('LMSInitialize("") → "true"');
    await play('web');
    expect(await own.locator('#report').textContent()).toBe('There is no LMS: nothing is told.');
    expect(await own.locator('[data-toggle="cut"]').isDisabled()).toBe(true);
  });
});

describe('the languages of a course in the preview', () => {
  let copy: string;
  let running: CoursePreview;
  let own: Page;

  beforeAll(async () => {
    copy = join(await mkdtemp(join(tmpdir(), 'coursewright-')), 'languages');
    await cp(join(root, 'tests/fixtures/languages'), copy, { recursive: true });
    running = await previewCourse(copy, 'languages', Object.values(formats), 0, () => {}, 'en');
    own = await (browser.isConnected() ? browser : await launchChromium()).newPage();
    await own.goto(running.url);
  });
  afterAll(() => running?.close());

  const inLanguage = async (language: string): Promise<Frame> => {
    await expect
      .poll(
        () =>
          own.evaluate(() => {
            const inside = document.querySelector('iframe')?.contentDocument?.documentElement;
            return inside?.hasAttribute('data-started') && inside.lang;
          }),
        { timeout: 15_000 },
      )
      .toBe(language);
    const frame = await (await own.waitForSelector('iframe')).contentFrame();
    if (!frame) throw new Error('The emulator shows no course.');
    return frame;
  };
  const choose = (name: string) => own.locator('#language').selectOption(name);

  it('shows the same page to the same learner in another language, and in all of them at once', async () => {
    const english = await inLanguage('en');
    expect(await own.locator('#language option').allTextContents()).toEqual([
      ...['English (en)', 'Français (fr)', 'العربية (ar)', 'All in one package'],
    ]);
    await button(english, 'Start').click();
    await button(english, 'Next').click();
    await expect.poll(() => shownPage(english)).toBe('filter');
    await expectSaved(english);

    await choose('fr');
    const french = await inLanguage('fr');
    await expect.poll(() => shownPage(french), { timeout: 15_000 }).toBe('filter');
    await expect
      .poll(() => own.locator('#calls').textContent(), { timeout: 15_000 })
      .toContain('GetValue("cmi.core.entry") → "resume"');
    expect(await french.locator('#cw-outline a[data-done]').count()).toBeGreaterThan(0);

    await choose('together');
    await expect.poll(() => own.locator('iframe').count()).toBe(1);
    await own.frameLocator('iframe').locator('.languages a[hreflang="ar"]').first().waitFor({
      state: 'attached',
      timeout: 15_000,
    });
    const all = await inLanguage('en');
    await expect.poll(() => shownPage(all), { timeout: 15_000 }).toBe('filter');
    expect(await own.locator('#violations li').allTextContents()).toEqual([]);
  });

  it('goes on in the course’s own way when a language leaves it, and asks for none where there is one', async () => {
    const course = JSON.parse(await readFile(join(copy, 'course.json'), 'utf8'));
    await choose('ar');
    await inLanguage('ar');
    const { languages: _, ...apart } = course;
    await writeFile(join(copy, 'course.json'), JSON.stringify({ ...apart, translations: ['fr'] }));
    await inLanguage('en');
    await expect.poll(() => own.locator('#language').inputValue()).toBe('en');
    await writeFile(join(copy, 'course.json'), JSON.stringify({ ...apart, translations: [] }));
    await expect.poll(() => own.locator('#language-part').isHidden(), { timeout: 15_000 }).toBe(true);
  });
});

it('tells an LRS besides SCORM that is its own, whichever the course names, and says so', async () => {
  const copy = join(await mkdtemp(join(tmpdir(), 'coursewright-')), 'lessons');
  await cp(join(root, 'tests/fixtures/lessons'), copy, { recursive: true });
  const asked: string[] = [];
  const real = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => real.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(real.address() as AddressInfo).port}/xapi/`;
  const course = JSON.parse(await readFile(join(copy, 'course.json'), 'utf8'));
  const save = (lrs: object) => writeFile(join(copy, 'course.json'), JSON.stringify({ ...course, lrs }));
  await save({ endpoint, auth: 'Basic c2VjcmV0', learnersCanReadAuth: true });
  const running = await previewCourse(copy, 'lessons', Object.values(formats), 0, () => {});
  const own = await (browser.isConnected() ? browser : await launchChromium()).newPage();
  await own.goto(running.url);
  const frame = async () => {
    const inside = await (await own.waitForSelector('iframe')).contentFrame();
    if (!inside) throw new Error('The emulator shows no course.');
    await inside.waitForSelector('html[data-started]', { timeout: 15_000 });
    return inside;
  };
  const statements = async () => (await own.locator('#statements summary').allTextContents()).join('\n');
  const told = (name: string) =>
    own
      .locator('#lrs-report dt', { hasText: new RegExp(`^${name}$`) })
      .locator('xpath=following-sibling::dd[1]')
      .textContent();

  const inside = await frame();
  expect(await own.locator('#besides-note').textContent()).toContain(`${endpoint}. Nothing goes there`);
  await button(inside, 'Start').click();
  await button(inside, 'Next').click();
  await expectSaved(inside);
  await expect.poll(statements, { timeout: 15_000 }).toContain('completed “The parts”');
  await expect.poll(() => told('completion')).toBe('completed');
  expect(await own.locator('#model').textContent()).toContain('cmi.core.lesson_status');
  expect(await own.locator('#report').textContent()).toContain('suspend data');
  expect(await own.locator('#violations li').allTextContents()).toEqual([]);

  await button(own, 'New learner').click();
  await expect.poll(statements, { timeout: 15_000 }).toBe('');
  await own.locator('#format').selectOption('universal-scorm2004');
  await button(await frame(), 'Start').click();
  await expect.poll(statements, { timeout: 15_000 }).toContain('initialized “The water works”');
  await save({});
  await expect
    .poll(() => own.locator('#besides-note').textContent(), { timeout: 15_000 })
    .toContain('The launch names an LRS');
  await own.locator('#format').selectOption('web');
  await expect.poll(() => own.locator('#besides').isHidden()).toBe(true);
  expect(asked).toEqual([]);
  await own.close();
  await running.close();
  real.close();
}, 120_000);

it('opens the browser where somebody sits in front, and only there', async () => {
  const tools = await mkdtemp(join(tmpdir(), 'coursewright-'));
  const note = join(tools, 'opened');
  for (const name of ['xdg-open', 'open'])
    await writeFile(join(tools, name), `#!/bin/sh\necho "$1" >> ${note}\n`, { mode: 0o755 });
  const never = new Promise<void>(() => {});
  const opened = async (over: Partial<Surroundings>, isOpened: boolean) => {
    const said: string[] = [];
    const surroundings: Surroundings = {
      ...{
        base: root,
        isCi: false,
        progress: null,
        stopped: Promise.resolve(),
        abandoned: never,
        ask: async () => '',
      },
      environment: { PATH: `${tools}:${process.env.PATH}` },
      say: (line) => void said.push(line),
      ...over,
    };
    await preview(surroundings, 'tests/fixtures/lessons', undefined, 0, isOpened);
    return / is open at (\S+)/.exec(said.join('\n'))?.[1];
  };
  await opened({ isCi: true }, true);
  await opened({ ask: null }, true);
  await opened({}, false);
  const url = await opened({}, true);
  await expect.poll(() => readFile(note, 'utf8').catch(() => '')).toBe(`${url}\n`);
}, 60_000);
