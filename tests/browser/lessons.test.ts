import { describe, expect, it } from 'vitest';
import { readCmi5 } from '../../build/inspect/cmi5-structure.ts';
import type { MoveOn } from '../../build/preview/lrs/cmi5-course.ts';
import { serveLrs } from '../../build/preview/lrs/serve-lrs.ts';
import type { LmsRecord } from '../../build/preview/scorm/scorm12-lms.ts';
import type { Lms2004Record } from '../../build/preview/scorm/scorm2004-lms.ts';
import { formats } from '../../src/formats/index.ts';
import { actor, registration } from '../lrs/a-statement.ts';
import { settings } from '../lrs/ask.ts';
import { textOf } from '../packages/check-manifest.ts';
import { judge, lastWord, verbsIn } from '../xapi/judge.ts';
import { builtCourse } from './built-course.ts';
import { button, expectSaved, shownPage, takeAssessment } from './learner.ts';
import { begun, type LmsServer, launch, startLms } from './lms-server.ts';
import { serve } from './serve.ts';
import { closeWindow, eachOnADevice, errors, nextWindow, page } from './windows.ts';

const [parts, start] = ['lesson-parts.html', 'lesson-start.html'];
const right = { 'q-valve': ['f'], 'q-inlet': ['t'] };
const wrong = { 'q-valve': ['t'], 'q-inlet': ['f'] };

eachOnADevice();

describe('a SCO for each lesson', () => {
  it('is started, left, taken up and passed for itself in SCORM 2004, and asks for the next', async () => {
    const course = await builtCourse('tests/fixtures/lessons', formats.scorm2004);
    const lms: LmsServer<Lms2004Record> = await startLms<Lms2004Record>(course, 'scorm2004');
    const first = await launch(page, lms, parts);
    expect(await first.locator('.start-lesson').textContent()).toBe('Lesson 1 of 2 in “The water works”');
    expect(await first.locator('#cw-outline a').allTextContents()).toEqual([
      'Start',
      'The pump ',
      'The filter ',
    ]);
    const outcomes = await first.locator('.start-outcomes li').allTextContents();
    expect(outcomes.map((one) => one.trim())).toEqual(['Name the parts.']);
    await button(first, 'Start').click();
    expect(await first.locator('.page[data-shown] .elsewhere').textContent()).toBe(
      'later (in the lesson “A safe start”)',
    );
    expect(await button(first, 'Next lesson: A safe start').isVisible()).toBe(false);
    await button(first, 'Next').click();
    await first.locator('textarea').fill('Behind the door.');
    await closeWindow(page);
    await expect.poll(() => lms.record(parts)?.isFinished).toBe(true);
    expect(lms.record(parts)).toMatchObject({ completion: 'completed', success: 'unknown', scaled: '' });
    expect(lms.record(start)).toBe(null);

    await nextWindow();
    const again = await launch(page, lms, parts);
    expect(await shownPage(again)).toBe('filter');
    expect(await again.locator('textarea').inputValue()).toBe('Behind the door.');
    const before = lms.record(parts);
    await button(again, 'Next lesson: A safe start').click();
    await page.waitForURL(/sco=lesson-start/);
    const second = await begun(page);
    expect(lms.record(parts)).toMatchObject({ completion: 'completed', exit: 'suspend', isFinished: true });
    expect(lms.record(parts)?.suspendData).toBeTruthy();
    expect(before?.suspendData).toBeTruthy();
    expect(await shownPage(second)).toBe('cw-start');
    await button(second, 'Start').click();
    await button(second, 'Next').click();
    await takeAssessment(second, right);
    await expectSaved(second);
    expect(await second.locator('.turns-end').textContent()).toBe('The last lesson ends here.');
    await closeWindow(page);
    await expect.poll(() => lms.record(start)?.isFinished).toBe(true);
    expect(lms.record(start)).toMatchObject({ completion: 'completed', success: 'passed', scaled: '1' });
    expect(lms.record(start)?.objectives).toMatchObject([{ id: 'start-safely', success_status: 'passed' }]);
    expect(lms.record(parts)).toMatchObject({ success: 'unknown', scaled: '', interactions: [] });
    for (const sco of [parts, start]) expect(lms.record(sco)?.totalTime).toMatch(/^PT(?!0S)/);
    expect(lms.violations).toEqual([]);
    await lms.close();
  }, 90_000);

  it('is recorded for itself in SCORM 1.2, and names the next, which the menu of the LMS opens', async () => {
    const course = await builtCourse('tests/fixtures/lessons', formats.scorm12);
    const lms: LmsServer<LmsRecord> = await startLms(course);
    const first = await launch(page, lms, parts);
    await button(first, 'Start').click();
    await button(first, 'Next').click();
    expect(await first.locator('.turns-end').textContent()).toBe(
      'The lesson ends here. Next: “A safe start”, in the menu of your LMS.',
    );
    await expectSaved(first);
    const second = await launch(page, lms, start);
    await expect.poll(() => lms.record(parts)?.isFinished).toBe(true);
    expect(lms.record(parts)).toMatchObject({ status: 'completed', score: '' });
    expect(lms.record(start)).toMatchObject({ status: 'incomplete', score: '' });
    await second.locator('#cw-outline a[href="#check"]').click();
    await takeAssessment(second, wrong);
    await expect.poll(() => lms.record(start)?.status).toBe('failed');
    await launch(page, lms, parts);
    await launch(page, lms, start);
    await takeAssessment(await begun(page), right, 'Take it again');
    await expect.poll(() => lms.record(start)?.status).toBe('passed');
    await closeWindow(page);
    await expect.poll(() => lms.record(start)?.isFinished).toBe(true);
    expect(lms.record(parts)).toMatchObject({ status: 'completed', score: '', interactions: [] });
    expect(lms.record(start)).toMatchObject({ status: 'passed', score: '100' });
    for (const sco of [parts, start]) expect(lms.record(sco)?.totalTime).not.toBe('0000:00:00.00');
    expect(lms.violations).toEqual([]);
    await lms.close();
  }, 90_000);

  it('is an AU in cmi5, launched, judged and told for itself, and both together satisfy the course', async () => {
    const course = await builtCourse('tests/fixtures/lessons', formats.cmi5);
    const served = await serve(course);
    const lrs = await serveLrs({ ...settings, isStateStrict: true });
    const { identifier, launches } = readCmi5(textOf(course, 'cmi5.xml'));
    const units = launches.map(({ id: publisherId, moveOn, masteryScore, href }, index) => ({
      ...{ kind: 'au' as const, activityId: `https://lms.example/au/${index}`, publisherId },
      ...{ moveOn: moveOn as MoveOn, masteryScore: masteryScore === '' ? null : Number(masteryScore), href },
    }));
    const whole = {
      kind: 'course' as const,
      activityId: 'https://lms.example/course',
      publisherId: identifier,
    };
    lrs.enrol({ course: { ...whole, parts: units }, actor, registration });
    const open = async (index: number) => {
      const unit = units[index];
      if (!unit) throw new Error(`there is no unit ${index}`);
      const query = lrs.launch({ ...unit, actor, registration, launchMode: 'Normal', returnUrl: null });
      await page.goto(`${served.url}/${unit.href}?${query}`);
      await page.waitForSelector('html[data-started]');
      await button(page, 'Start').click();
      await button(page, 'Next').click();
    };
    await open(0);
    expect(await page.locator('.turns-end').textContent()).toBe(
      'The lesson ends here. Next: “A safe start”, in the menu of your LMS.',
    );
    await expectSaved(page);
    await page.goto('about:blank');
    await expect.poll(() => verbsIn(lrs).at(-1)).toBe('terminated');
    await open(1);
    await takeAssessment(page, right);
    await expectSaved(page);
    await closeWindow(page);
    await expect.poll(() => verbsIn(lrs).at(-1)).toBe('terminated');

    const told = lrs
      .statements()
      .map(({ verb, object }) => [verb, object].map((one) => lastWord(one)).join(' '));
    expect(told.filter((one) => !/experienced|answered|progressed/.test(one))).toEqual([
      ...['launched 0', 'initialized 0', 'completed 0', 'terminated 0'],
      ...['launched 1', 'initialized 1', 'completed 1', 'passed 1', 'satisfied course', 'terminated 1'],
    ]);
    expect(lrs.statements().find(({ verb }) => lastWord(verb) === 'initialized')).toMatchObject({
      object: {
        definition: { name: { en: 'The parts' }, type: 'http://adlnet.gov/expapi/activities/lesson' },
      },
      context: {
        contextActivities: {
          grouping: [
            { id: 'https://example.org/courses/water-works/lessons/parts' },
            { id: 'https://example.org/courses/water-works' },
          ],
        },
      },
    });
    expect(lrs.refusals).toEqual([]);
    judge(lrs);
    // The browser writes a line for every document that is not there yet.
    expect(errors.splice(0).filter((one) => !one.startsWith('Failed to load resource'))).toEqual([]);
    await served.close();
    await lrs.stop();
  }, 90_000);
});

describe('without an LMS', () => {
  it('a lesson leads to the next, and the whole course says of each lesson what is done and how long it took', async () => {
    const served = await serve(await builtCourse('tests/fixtures/lessons'));
    await page.clock.install();
    await page.goto(`${served.url}/${parts}`);
    await button(page, 'Start').click();
    await button(page, 'Next').click();
    await page.getByRole('link', { name: 'Next lesson: A safe start' }).click();
    await page.waitForURL(/lesson-start\.html/);

    await page.goto(`${served.url}/index.html`);
    const standings = page.locator('.outline-standing');
    await expect.poll(() => standings.allTextContents()).toEqual(['0 of 2 pages', '0 of 2 pages']);
    await button(page, 'Start').click();
    expect(await page.locator('.page[data-shown] a[href="#order"]').textContent()).toBe('later');
    await page.clock.runFor(65_000);
    await button(page, 'Next').click();
    await button(page, 'Next').click();
    await expect.poll(() => standings.allTextContents()).toEqual(['done · 1 minute spent', '1 of 2 pages']);
    await served.close();
  });
});
