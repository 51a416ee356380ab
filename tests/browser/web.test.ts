import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { web } from '../../src/formats/web/descriptor.ts';
import { builtCourse } from './built-course.ts';
import { button, shownPage } from './learner.ts';
import { serve } from './serve.ts';
import { eachOnADevice, page } from './windows.ts';

let files: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  files = await builtCourse('tests/fixtures/full', web);
});
eachOnADevice();

it('a web course has no manifest of an LMS, and one of an app that names its icon and its first page', () => {
  expect([...files.keys()].filter((path) => !path.includes('/')).sort()).toEqual([
    ...['course.webmanifest', 'icon.svg', 'index.html', 'player.js', 'tools.css', 'tools.js', 'worker.js'],
  ]);
  expect(JSON.parse(new TextDecoder().decode(files.get('course.webmanifest')))).toMatchObject({
    start_url: './index.html',
    display: 'standalone',
    icons: [{ src: 'icon.svg', sizes: 'any' }],
  });
});

it('a course that was opened once is there without a network, with the learner’s place and every file of it', async () => {
  const served = await serve(files);
  await page.goto(`${served.url}/index.html`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await button(page, 'Start').click();
  await button(page, 'Next').click();
  const here = await shownPage(page);
  await served.close();
  await page.reload();
  await page.waitForSelector('html[data-started]');
  expect(await shownPage(page)).toBe(here);
  const broken = await page.evaluate(
    async (paths) => {
      const answers = await Promise.all(paths.map(async (path) => [path, (await fetch(path)).status]));
      return answers.filter(([, status]) => status !== 200);
    },
    [...files.keys()].filter((path) => path !== 'worker.js'),
  );
  expect(broken).toEqual([]);
  const medium = [...files.keys()].find((path) => path.endsWith('.webm') || path.endsWith('.wav')) ?? '';
  const part = await page.evaluate(async (path) => {
    const answer = await fetch(path, { headers: { range: 'bytes=10-19' } });
    return [answer.status, answer.headers.get('content-range'), (await answer.arrayBuffer()).byteLength];
  }, medium);
  expect(part).toEqual([206, `bytes 10-19/${files.get(medium)?.length}`, 10]);
}, 60_000);

it('a new version takes the place of the old one, and leaves other courses of the same server alone', async () => {
  const served = await serve(files);
  await page.goto(`${served.url}/index.html`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.evaluate(() => caches.open('coursewright/another/1'));
  const worker = new TextDecoder()
    .decode(files.get('worker.js'))
    .replace(/(coursewright\/[^/"]+\/)[0-9a-f]{16}/g, '$1new');
  const [, course = ''] = /coursewright\/([^/"]+)\/new/.exec(worker) ?? [];
  (files as Map<string, Uint8Array>).set('worker.js', new TextEncoder().encode(worker));
  await page.evaluate(() =>
    navigator.serviceWorker.getRegistration().then((one) => one?.update().then(() => {})),
  );
  await expect.poll(() => page.evaluate(() => caches.keys())).toContain(`coursewright/${course}/new`);
  // The old one goes when the new worker has every file, and takes over.
  await expect
    .poll(() => page.evaluate(() => caches.keys()))
    .toEqual(['coursewright/another/1', `coursewright/${course}/new`]);
  await served.close();
}, 60_000);

it('a double click on the unzipped file plays the course, and asks for nothing that a disk refuses', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'web-'));
  for (const [path, content] of await builtCourse('tests/fixtures/small', web)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  await page.waitForSelector('html[data-started]');
  await button(page, 'Start').click();
  await page.reload();
  await page.waitForSelector('html[data-started]');
  expect(await shownPage(page)).not.toBeNull();
  await rm(folder, { recursive: true });
}, 60_000);
