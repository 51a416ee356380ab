/** A course is taken from start to finish while its author publishes two new versions, in both SCORM versions. */
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { ledgerText } from '../../build/pipeline/course-ledger.ts';
import { type CourseFolder, readCourse } from '../../build/pipeline/read-course.ts';
import type { LmsRecord } from '../../build/preview/scorm/scorm12-lms.ts';
import type { Lms2004Record } from '../../build/preview/scorm/scorm2004-lms.ts';
import type { Ledger } from '../../src/course/ledger.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { scorm2004 } from '../../src/formats/scorm2004/descriptor.ts';
import { builtFolder } from './built-course.ts';
import { answer, button, expectSaved, shownPage, takeAssessment } from './learner.ts';
import { type LmsServer, launch, startLms } from './lms-server.ts';
import { closeWindow, eachOnADevice, forgetDevice, nextWindow, page } from './windows.ts';

const name = 'tests/fixtures/small';
const text = (folder: CourseFolder, path: string) => new TextDecoder().decode(folder.files.get(path));
const bytes = (value: object) => new TextEncoder().encode(JSON.stringify(value));

interface Lesson {
  pages: { id: string; assessment?: { questions: { id: string; prompt: string }[] } }[];
}

/** The folder with its lesson and course changed, and the ledger of the version before. */
function edited(
  folder: CourseFolder,
  ledger: Ledger,
  version: string,
  change: (lesson: Lesson, course: Record<string, unknown>) => void,
): CourseFolder {
  const lesson = JSON.parse(text(folder, 'lessons/one.json')) as Lesson;
  const course = { ...JSON.parse(text(folder, 'course.json')), version };
  change(lesson, course);
  return {
    name,
    files: new Map([
      ...folder.files,
      ['lessons/one.json', bytes(lesson)],
      ['course.json', bytes(course)],
      ['ledger.json', new TextEncoder().encode(ledgerText(ledger))],
    ]),
  };
}

const wrong = { 'q-valve': ['b'], 'q-tools': ['c'], 'q-drain': ['f'], 'q-parts': ['1b', '2b'] };
const right = { 'q-valve': ['a'], 'q-tools': ['a', 'b'], 'q-lamp': ['t'], 'q-parts': ['1a', '2b'] };

let first: CourseFolder;
beforeAll(async () => {
  first = await readCourse(join(import.meta.dirname, '../..', name), name);
});
eachOnADevice();

it.each([
  {
    format: scorm12,
    standing: (record: unknown) => (record as LmsRecord | null)?.status,
    failed: 'failed',
    passed: 'passed',
  },
  {
    format: scorm2004,
    standing: (record: unknown) => {
      const { completion, success } = (record as Lms2004Record | null) ?? {};
      return `${completion}, ${success}`;
    },
    failed: 'completed, failed',
    passed: 'completed, passed',
  },
])(
  'in $format.title a learner goes on through two new versions: what is still there is done, nothing shifts, nothing is taken back',
  async ({ format, standing, failed, passed }) => {
    const one = await builtFolder(first, format);
    const second = edited(first, one.ledger, '1.1.0', (lesson) => {
      const [before, parts, check] = lesson.pages;
      if (!before || !parts || !check?.assessment) throw new Error('the fixture has changed');
      const added = { id: 'history', title: 'History', minutes: 1, blocks: [{ type: 'text', text: 'Old.' }] };
      lesson.pages = [added, parts, before, check];
      // One question leaves, one comes, and one says the same in other words.
      const questions = check.assessment.questions.filter(({ id }) => id !== 'q-drain');
      for (const question of questions)
        if (question.id === 'q-valve') question.prompt = 'Which valve is first?';
      const lamp = {
        type: 'true-false',
        id: 'q-lamp',
        prompt: 'A lamp is needed.',
        outcome: 'safe-start',
        answer: true,
      };
      check.assessment.questions = [lamp, ...questions];
    });
    const two = await builtFolder(second, format);
    const third = edited(second, two.ledger, '2.0.0', (lesson, course) => {
      lesson.pages = lesson.pages.filter(({ id }) => id !== 'before');
      course.passMark = 100;
    });
    const three = await builtFolder(third, format);

    const lms: LmsServer<{ readonly isFinished: boolean; readonly score: string }> = await startLms(
      one.files,
      format.name,
    );
    const leave = async () => {
      await closeWindow(page);
      await expect.poll(() => lms.record()?.isFinished).toBe(true);
      // Another device: only the LMS knows the learner.
      await forgetDevice();
      await nextWindow();
    };
    const done = (frame: Awaited<ReturnType<typeof launch>>) =>
      frame
        .locator('#cw-outline a[data-done]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));

    let frame = await launch(page, lms);
    await button(frame, 'Start').click();
    await button(frame, 'Next').click();
    await frame.locator('textarea').fill('Once, at sea.');
    await answer(frame, 'sort-parts', ['1a', '2a']);
    await button(frame, 'Check').click();
    await button(frame, 'Next').click();
    await takeAssessment(frame, wrong);
    await expectSaved(frame);
    await leave();
    expect(standing(lms.record())).toBe(failed);

    lms.replace(two.files);
    frame = await launch(page, lms);
    expect(await shownPage(frame)).toBe('check');
    expect(await frame.locator('.result-score').textContent()).toContain('per cent');
    expect((await done(frame)).sort()).toEqual(['#before', '#check', '#parts']);
    await frame.locator('#cw-outline a[href="#parts"]').click();
    expect(await frame.locator('textarea').inputValue()).toBe('Once, at sea.');
    expect(await frame.locator('[data-question="sort-parts"] input[value="2a"]').isChecked()).toBe(true);
    await frame.locator('#cw-outline a[href="#history"]').click();
    await frame.locator('#cw-outline a[href="#check"]').click();
    const asked = await takeAssessment(frame, right, 'Take it again');
    expect(asked).toEqual(['q-lamp', 'q-valve', 'q-tools', 'q-parts']);
    await expect.poll(() => standing(lms.record())).toBe(passed);
    await leave();
    expect(lms.record()?.score).toBe('100');

    lms.replace(three.files);
    frame = await launch(page, lms);
    expect(await shownPage(frame)).toBe('check');
    expect((await done(frame)).sort()).toEqual(['#check', '#history', '#parts']);
    expect(await frame.locator('.result-verdict').textContent()).toContain('Passed.');
    await takeAssessment(frame, { ...right, 'q-lamp': ['f'] }, 'Take it again');
    await expectSaved(frame);
    await leave();
    expect(standing(lms.record())).toBe(passed);
    expect(lms.record()?.score).toBe('100');
    expect(lms.violations).toEqual([]);
    await forgetDevice();
    await lms.close();
  },
  90_000,
);
