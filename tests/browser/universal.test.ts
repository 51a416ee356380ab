import { beforeAll, expect, it } from 'vitest';
import { serveLrs } from '../../build/preview/lrs/serve-lrs.ts';
import { universal } from '../../src/formats/universal/descriptor.ts';
import { actor, registration } from '../lrs/a-statement.ts';
import { key, settings } from '../lrs/ask.ts';
import { judge, verbsIn } from '../xapi/judge.ts';
import { builtCourse } from './built-course.ts';
import { button } from './learner.ts';
import { launch, startLms } from './lms-server.ts';
import { serve } from './serve.ts';
import { closeWindow, eachOnADevice, page } from './windows.ts';

let files: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  files = await builtCourse('course', universal);
});
// A browser writes a line for every answer of 404, and an LRS that holds no state yet gives that.
eachOnADevice([], /^Failed to load resource/);

const trackersIn = (requests: readonly string[]) =>
  requests.flatMap((path) => /tracker-[^/]+$/.exec(path) ?? []);

it('a universal package holds what each standard looks for, and its trackers apart', () => {
  expect([...files.keys()].filter((path) => /(\.xml|\.js)$/.test(path)).sort()).toEqual([
    ...['cmi5.xml', 'imsmanifest.xml', 'player.js', 'tincan.xml', 'tools.js'],
    ...['tracker-cmi5.js', 'tracker-scorm12.js', 'tracker-scorm2004.js', 'tracker-xapi.js'],
  ]);
  const manifest = new TextDecoder().decode(files.get('imsmanifest.xml'));
  for (const path of ['cmi5.xml', 'tincan.xml', 'tracker-scorm12.js'])
    expect(manifest).toContain(`<file href="${path}"/>`);
});

it.each(['scorm12', 'scorm2004'] as const)(
  'in an LMS of %s it loads that tracker alone, and tells',
  async (standard) => {
    const lms = await startLms<{ isFinished: boolean }>(files, standard);
    const frame = await launch(page, lms);
    await button(frame, 'Start').click();
    await closeWindow(page);
    await expect.poll(() => lms.record()?.isFinished).toBe(true);
    expect(trackersIn(lms.requests)).toEqual([`tracker-${standard}.js`]);
    expect(lms.violations).toEqual([]);
    await lms.close();
  },
  60_000,
);

it('launched by xAPI it loads that tracker alone, even where an API of SCORM is offered', async () => {
  const lrs = await serveLrs({ ...settings, isStateStrict: true });
  const served = await serve(files);
  await page.addInitScript('window.API = new Proxy({}, { get() { throw new Error("SCORM was spoken"); } })');
  const query = new URLSearchParams({
    endpoint: lrs.endpoint,
    auth: key,
    actor: JSON.stringify(actor),
    registration,
    activity_id: 'https://lms.example/activity/7',
  });
  await page.goto(`${served.url}/index.html?${query}`);
  await page.waitForSelector('html[data-started]');
  await expect.poll(() => verbsIn(lrs)).toEqual(['initialized']);
  expect(trackersIn(served.requests)).toEqual(['tracker-xapi.js']);
  expect(lrs.statements()[0]).toMatchObject({
    object: { id: 'https://lms.example/activity/7' },
    context: {
      contextActivities: {
        grouping: [{ id: 'https://coursewright.example/un-cptm-2-7-women-peace-security' }],
      },
    },
  });
  judge(lrs);
  await closeWindow(page);
  await served.close();
  await lrs.stop();
}, 60_000);

it('where nobody launches it, it loads no tracker and keeps the place on the device', async () => {
  const served = await serve(files);
  await page.goto(`${served.url}/index.html`);
  await page.waitForSelector('html[data-started]');
  expect(trackersIn(served.requests)).toEqual([]);
  expect(await page.locator('.save').getAttribute('data-state')).toBe('device');
  await served.close();
}, 60_000);
