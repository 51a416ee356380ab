/** SCORM packages that tell an LRS besides the LMS, in a browser: another origin, CORS and all. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCourse } from '../../build/pipeline/read-course.ts';
import { type ServedLrs, serveLrs } from '../../build/preview/lrs/serve-lrs.ts';
import type { Format } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import { key, settings } from '../lrs/ask.ts';
import { textOf } from '../packages/check-manifest.ts';
import { judge, lastWord, verbsIn } from '../xapi/judge.ts';
import { builtFolder } from './built-course.ts';
import { button, expectSaved, takeAssessment } from './learner.ts';
import { begun, type LmsServer, startLms } from './lms-server.ts';
import { closeWindow, eachOnADevice, nextWindow, page } from './windows.ts';

const [parts, start] = ['lesson-parts.html', 'lesson-start.html'];
const iri = 'https://example.org/courses/water-works';
let lrs: ServedLrs;

beforeEach(async () => {
  lrs = await serveLrs({ ...settings, isStateStrict: true });
});
afterEach(async () => {
  judge(lrs);
  await lrs.stop();
});
// A browser writes a line for each request that fails, and for a document that is not there yet.
eachOnADevice([], /^Failed to load resource|blocked by CORS policy/);

async function lmsOf(format: Format, own: object) {
  const name = 'tests/fixtures/lessons';
  const folder = await readCourse(join(import.meta.dirname, '../..', name), name);
  const course = { ...JSON.parse(textOf(folder.files, 'course.json')), lrs: own };
  const content = new TextEncoder().encode(JSON.stringify(course));
  const { files } = await builtFolder(
    { ...folder, files: new Map([...folder.files, ['course.json', content]]) },
    format,
  );
  return startLms<{ isFinished: boolean }>(files, format.name === 'scorm12' ? 'scorm12' : 'scorm2004');
}

async function open(lms: Pick<LmsServer, 'url'>, sco: string, launched: Readonly<Record<string, string>>) {
  await page.goto(`${lms.url}/lms.html?${new URLSearchParams({ sco, ...launched })}`);
  return begun(page);
}

const toldOfLrs = (lms: { readonly requests: readonly string[] }) =>
  lms.requests.filter((path) => path.endsWith('tracker-lrs.js')).length;

it('an LRS in the launch of the LMS is told each lesson under its own id; without one its script is not even loaded', async () => {
  const lms = await lmsOf(formats.scorm12, {});
  await button(await open(lms, parts, {}), 'Start').click();
  expect(toldOfLrs(lms)).toBe(0);
  const launched = { endpoint: lrs.endpoint, auth: key };
  const frame = await open(lms, parts, launched);
  await expect.poll(() => verbsIn(lrs)).toContain('initialized');
  await button(frame, 'Next').click();
  await expectSaved(frame);
  const second = await open(lms, start, launched);
  await button(second, 'Start').click();
  await button(second, 'Next').click();
  await takeAssessment(second, { 'q-valve': ['f'], 'q-inlet': ['t'] });
  await expect.poll(() => verbsIn(lrs)).toContain('passed');
  await closeWindow(page);
  await expect.poll(() => verbsIn(lrs).filter((verb) => verb === 'terminated').length).toBe(2);

  const framing = lrs.statements().filter(({ verb }) => /initialized|completed|passed/.test(lastWord(verb)));
  expect(framing.map(({ verb, object }) => `${lastWord(verb)} ${lastWord(object)}`)).toEqual([
    ...['initialized parts', 'completed parts'],
    ...['initialized start', 'completed start', 'passed start'],
  ]);
  expect(framing[2]).toMatchObject({
    actor: { account: { homePage: iri, name: 'learner-7' } },
    object: { id: `${iri}/lessons/start`, definition: { name: { en: 'A safe start' } } },
    context: { contextActivities: { grouping: [{ id: iri }] } },
  });
  expect(new Set(lrs.statements().map(({ id }) => id)).size).toBe(lrs.statements().length);
  expect(lms.record(start)).toMatchObject({ status: 'passed', score: '100', isFinished: true });
  expect(lms.violations).toEqual([]);
  await lms.close();
}, 60_000);

it('an LRS that refuses pages of other origins leaves SCORM 2004 as it was, and is told by the next sitting', async () => {
  const lms = await lmsOf(formats.scorm2004, {
    endpoint: lrs.endpoint,
    auth: key,
    learnersCanReadAuth: true,
  });
  lrs.fail({ how: 'no-cors' });
  const frame = await open(lms, parts, {});
  await button(frame, 'Start').click();
  await button(frame, 'Next').click();
  await expectSaved(frame);
  await closeWindow(page);
  await expect.poll(() => lms.record(parts)?.isFinished).toBe(true);
  expect(lms.record(parts)).toMatchObject({ completion: 'completed', isFinished: true });
  expect(lrs.statements()).toEqual([]);
  lrs.fail(null);
  await nextWindow();
  await open(lms, parts, {});
  await expect.poll(() => verbsIn(lrs)).toContain('completed');
  expect(lms.violations).toEqual([]);
  await lms.close();
}, 60_000);
