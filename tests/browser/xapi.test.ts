import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { courseActivities } from '../../build/pipeline/activities.ts';
import { outlineCourse } from '../../build/pipeline/outline-course.ts';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import { type ServedLrs, serveLrs } from '../../build/preview/lrs/serve-lrs.ts';
import type { Question } from '../../src/course/block.ts';
import { type CourseOutline, outlinePages } from '../../src/course/outline.ts';
import { cmi5 } from '../../src/formats/cmi5/descriptor.ts';
import { universal } from '../../src/formats/universal/descriptor.ts';
import type { CourseActivities } from '../../src/formats/xapi/activities.ts';
import { questionActivity, responseOf } from '../../src/formats/xapi/definition.ts';
import { xapi } from '../../src/formats/xapi/descriptor.ts';
import { type QuestionType, questionTypes } from '../../src/questions/index.ts';
import { actor, registration } from '../lrs/a-statement.ts';
import { key, settings } from '../lrs/ask.ts';
import { questionsOf, rightAnswer, wrongAnswer } from '../questions/right-answer.ts';
import { judge, lastWord, verbsIn } from '../xapi/judge.ts';
import { builtCourse } from './built-course.ts';
import { answer, button, shownPage, takeAssessment } from './learner.ts';
import { type Served, serve } from './serve.ts';
import { closeWindow, eachOnADevice, nextWindow, page } from './windows.ts';

const root = join(import.meta.dirname, '../..');
const iri = 'https://coursewright.example/un-cptm-2-7-women-peace-security';
let outline: CourseOutline;
let questions: ReadonlyMap<string, Question>;
let activities: CourseActivities;
let folder: string;
let lrs: ServedLrs;
let served: Served;

beforeAll(async () => {
  const parsed = parseCourse(await readCourse(join(root, 'course'), 'course'));
  if (!parsed.ok) throw new Error('the flagship has mistakes');
  outline = outlineCourse(parsed);
  questions = questionsOf(parsed);
  const named = courseActivities(parsed, null);
  if (!named) throw new Error('the flagship has no IRI');
  activities = named;
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lrs-'));
  lrs = await serveLrs({ ...settings, isStateStrict: true }, join(folder, 'lrs.json'));
});
afterEach(async () => {
  judge(lrs);
  await lrs.stop();
  await served.close();
  await rm(folder, { recursive: true });
});
// A browser writes a line into the console for every request that fails: those that were made to fail are left out.
eachOnADevice([], /^Failed to load resource|blocked by CORS policy/);

const launches = {
  xapi: () =>
    new URLSearchParams({
      endpoint: lrs.endpoint,
      auth: key,
      actor: JSON.stringify({
        name: ['Ada'],
        account: [{ accountServiceHomePage: 'https://lms.example', accountName: 'ada' }],
      }),
      registration,
      activity_id: iri,
    }),
  cmi5: () =>
    lrs.launch({
      activityId: 'https://lms.example/activity/1',
      publisherId: `${iri}/au`,
      actor,
      registration,
      launchMode: 'Normal',
      masteryScore: 0.8,
      moveOn: 'CompletedAndPassed',
      returnUrl: null,
    }),
};

async function open(standard: 'xapi' | 'cmi5'): Promise<void> {
  await page.goto(`${served.url}/index.html?${launches[standard]()}`);
  await page.waitForSelector('html[data-started]');
}

/** Something that a learner did. */
type Done = { readonly page: string } | { readonly question: Question; readonly response: readonly string[] };

/** What the LRS is to hold of it. */
function expected(done: Done): object {
  if ('page' in done) return { verb: 'experienced', object: `${iri}/pages/${done.page}` };
  const { question, response } = done;
  const type: QuestionType = questionTypes[question.type as keyof typeof questionTypes];
  const key = outline.questions[question.id]?.key as never;
  const what = type.interaction(key, response);
  const { id, definition } = questionActivity(activities, question.id, what);
  const success = type.isUnscored ? undefined : type.grade(key, response) >= 1;
  return { verb: 'answered', object: id, definition, response: responseOf(what), success };
}

/** What the LRS holds of these verbs, in the order in which it happened. */
function toldOf(verbs: readonly string[]): object[] {
  return lrs
    .statements()
    .filter(({ verb }) => verbs.includes(lastWord(verb)))
    .sort((one, other) => Date.parse(String(one.timestamp)) - Date.parse(String(other.timestamp)))
    .map(({ verb, object, result }) => {
      const word = lastWord(verb);
      const { id, definition } = object as { id: string; definition: object };
      const { response, success } = (result ?? {}) as { response?: string; success?: boolean };
      if (word === 'experienced') return { verb: word, object: id };
      return { verb: word, object: id, definition, response, success };
    });
}

const saved = () =>
  expect.poll(() => page.locator('.save').getAttribute('data-state'), { timeout: 40_000 }).toBe('saved');

it.each([
  { standard: 'xapi', format: xapi },
  { standard: 'cmi5', format: cmi5 },
  { standard: 'cmi5', format: universal },
] as const)(
  'the whole lesson is told in $standard by a package of $format.title from launch to terminated, over a cut line and an LRS that restarts',
  async ({ standard, format }) => {
    served = await serve(await builtCourse('course', format));
    await open(standard);
    const shown: string[] = [];
    /** What the learner did, in its order: pages and answers. */
    const done: Done[] = [];
    await button(page, 'Start').click();
    for (const { id, assessment } of outlinePages(outline)) {
      expect(await shownPage(page)).toBe(id);
      shown.push(id);
      done.push({ page: id });
      if (assessment) break;
      if (shown.length === 6) await page.context().setOffline(true);
      if (shown.length === 10) await page.context().setOffline(false);
      if (shown.length === 12) await lrs.stop();
      if (shown.length === 15) await lrs.start();
      for (const practice of await page.locator(`#${id} [data-question]`).all()) {
        const question = questions.get((await practice.getAttribute('data-question')) ?? '');
        if (!question) throw new Error('a question that the course lacks');
        await answer(page, question.id, rightAnswer(question));
        if (question.type !== 'scenario') await practice.locator('[data-action="check"]').click();
        done.push({ question, response: rightAnswer(question) });
      }
      await button(page, 'Next').click();
    }
    const all = (answers: (question: Question) => readonly string[]) =>
      Object.fromEntries([...questions].map(([id, question]) => [id, answers(question)]));
    const first = await takeAssessment(page, all(wrongAnswer));
    const second = await takeAssessment(page, all(rightAnswer), 'Take it again');
    const drawn = (ids: readonly string[], answers: (question: Question) => readonly string[]) =>
      ids.flatMap((id) => {
        const question = questions.get(id);
        return question ? [{ question, response: answers(question) }] : [];
      });
    done.push(...drawn(first, wrongAnswer), ...drawn(second, rightAnswer));
    await saved();
    await closeWindow(page);
    await expect.poll(() => verbsIn(lrs).at(-1)).toBe('terminated');

    const verbs = verbsIn(lrs).filter((verb) => verb !== 'launched');
    expect(verbs[0]).toBe('initialized');
    expect(verbs.filter((verb) => /^(completed|passed|failed|terminated|initialized)$/.test(verb))).toEqual(
      standard === 'cmi5'
        ? ['initialized', 'completed', 'passed', 'terminated']
        : ['initialized', 'completed', 'failed', 'passed', 'terminated'],
    );
    expect(toldOf(['experienced', 'answered'])).toEqual(done.map(expected));
    expect(lrs.statements().find(({ verb }) => lastWord(verb) === 'passed')).toMatchObject({
      result: { success: true, score: { scaled: 1, raw: 100 } },
    });
    const ids = lrs.statements().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(lrs.refusals).toEqual([]);

    await nextWindow();
    await open(standard);
    expect(await shownPage(page)).toBe(shown.at(-1));
    expect(await page.locator('.result-verdict').textContent()).toContain('Passed.');
  },
  180_000,
);

it('an LRS that refuses pages of other origins keeps the learner’s answers on the device, and is told when it allows them', async () => {
  served = await serve(await builtCourse('course', xapi));
  await open('xapi');
  await expect.poll(() => verbsIn(lrs)).toContain('initialized');
  lrs.fail({ how: 'no-cors' });
  await button(page, 'Start').click();
  await button(page, 'Next').click();
  await expect.poll(() => page.locator('.save').textContent()).toContain('Not connected to your LMS');
  await closeWindow(page);
  lrs.fail(null);
  await nextWindow();
  await open('xapi');
  await expect.poll(() => verbsIn(lrs).filter((verb) => verb === 'experienced').length).toBe(2);
  expect(await page.locator('.page[data-shown]').getAttribute('id')).toBe(outlinePages(outline)[1]?.id);
}, 60_000);

it('a learner of cmi5 leaves by the way that the LMS names, and a window loaded anew after the end goes there too', async () => {
  const files = new Map(await builtCourse('course', cmi5));
  files.set('lms.html', new TextEncoder().encode('<!doctype html><title>LMS</title>'));
  served = await serve(files);
  const back = `${served.url}/lms.html`;
  const query = lrs.launch({
    activityId: 'https://lms.example/activity/1',
    publisherId: `${iri}/au`,
    actor,
    registration,
    launchMode: 'Normal',
    masteryScore: 0.8,
    moveOn: 'CompletedAndPassed',
    returnUrl: back,
  });
  const address = `${served.url}/index.html?${query}`;
  await page.goto(address);
  await page.waitForSelector('html[data-started]');
  await button(page, 'Start').click();
  await button(page, 'Leave the course').click();
  await page.waitForURL(back);
  // A slow machine tells of the progress before the page is left: either is right.
  const verbs = verbsIn(lrs);
  expect([...verbs].sort()).toEqual([
    ...['experienced', 'initialized', 'launched', 'progressed', 'suspended', 'terminated'],
  ]);
  expect(verbs.slice(0, 2)).toEqual(['launched', 'initialized']);
  expect(verbs.slice(-2)).toEqual(['suspended', 'terminated']);
  await page.goto(address);
  await page.waitForURL(back);
  expect(verbsIn(lrs).at(-1)).toBe('terminated');
  expect(lrs.refusals).toEqual([]);
}, 60_000);

it('a session of cmi5 goes on where its window is loaded anew, and Browse and Review tell its frame alone', async () => {
  served = await serve(await builtCourse('tests/fixtures/lessons', cmi5));
  const launched = (launchMode: 'Normal' | 'Browse' | 'Review') =>
    lrs.launch({
      ...{
        activityId: 'https://lms.example/activity/1',
        publisherId: 'https://example.org/au',
        actor,
        registration,
      },
      ...{ launchMode, masteryScore: null, moveOn: 'Completed', returnUrl: null },
    });
  const openUnit = async (query: URLSearchParams) => {
    await page.goto(`${served.url}/lesson-parts.html?${query}`);
    await page.waitForSelector('html[data-started]');
  };
  await page.addInitScript(`{
    const add = window.addEventListener.bind(window);
    window.addEventListener = (type, listener, options) =>
      add(type, type === 'pagehide' ? (event) => window.isKilled || listener(event) : listener, options);
  }`);
  const query = launched('Normal');
  await openUnit(query);
  await button(page, 'Start').click();
  await saved();
  // Killed, as by a phone that needs the room: no last words, and the next load is of the same window.
  await page.evaluate('window.isKilled = true');
  await page.reload();
  await page.waitForSelector('html[data-started]');
  expect(await shownPage(page)).toBe('pump');
  await button(page, 'Next').click();
  await expect.poll(() => verbsIn(lrs)).toContain('completed');
  expect(lrs.log.filter((line) => line.includes('cmi5/fetch'))).toHaveLength(1);
  expect(verbsIn(lrs).filter((verb) => verb === 'initialized')).toHaveLength(1);
  await page.goto('about:blank');
  await expect.poll(() => verbsIn(lrs).at(-1)).toBe('terminated');
  for (const mode of ['Browse', 'Review'] as const) {
    const told = verbsIn(lrs).length;
    await openUnit(launched(mode));
    expect(await page.locator('.save').getAttribute('data-state')).toBe('review');
    await page.goto('about:blank');
    await expect.poll(() => verbsIn(lrs).at(-1)).toBe('terminated');
    expect(verbsIn(lrs).slice(told)).toEqual(['launched', 'initialized', 'terminated']);
  }
  expect(lrs.refusals).toEqual([]);
}, 90_000);
