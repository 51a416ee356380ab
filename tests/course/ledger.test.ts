import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { frozenProblems } from '../../build/pipeline/course-ledger.ts';
import { outlineCourse } from '../../build/pipeline/outline-course.ts';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import { built } from '../command/built.ts';

const root = join(import.meta.dirname, '../..');
let base: string;
const buildIt = (isFrozen: boolean) =>
  built(base, 'course', '--format', 'scorm12', '--out', 'out', ...(isFrozen ? ['--frozen'] : []));
const places = async (): Promise<string[]> =>
  JSON.parse(await readFile(join(base, 'course/ledger.json'), 'utf8')).places;
const edit = async (change: (text: string) => string) => {
  const path = join(base, 'course/course.json');
  await writeFile(path, change(await readFile(path, 'utf8')));
};

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'coursewright-'));
  await cp(join(root, 'tests/fixtures/text'), join(base, 'course'), { recursive: true });
});

describe('the ledger of a course', () => {
  it('gets what the course has added at its end, and keeps what it has lost', async () => {
    const before = await places();
    expect(before[0]).toBe('page rule');
    await edit((text) => text.replaceAll('"rule"', '"renamed"'));
    const { out } = await buildIt(false);
    expect(await places()).toEqual([...before, 'page renamed']);
    expect(out.at(-1)).toBe(
      'course/ledger.json  1 added: commit it, so that learners keep their progress in the next version',
    );
    expect((await buildIt(false)).out.join('\n')).not.toContain('ledger.json');
  });

  it('is checked and not written under --frozen: a course that it does not fit is not built', async () => {
    await edit((text) => text.replaceAll('"rule"', '"renamed"'));
    const before = await places();
    expect(await buildIt(true)).toEqual({
      code: 1,
      out: [],
      err: [
        'course/ledger.json:1:1: error: the ledger lacks "page renamed".\n  Run "coursewright build" without --frozen (and outside CI), and commit this file.',
        '1 mistake; nothing was written.',
      ],
    });
    expect(await places()).toEqual(before);
    await rm(join(base, 'course/ledger.json'));
    expect((await buildIt(true)).err[0]).toContain('the course has no ledger');
  });

  it.each(['course', 'tests/fixtures/full', 'tests/fixtures/small', 'tests/fixtures/text'])(
    'of %s lacks nothing',
    async (name) => {
      const folder = await readCourse(join(root, name), name);
      const parsed = parseCourse(folder);
      if (!parsed.ok) throw new Error('it has mistakes');
      expect(frozenProblems(folder, outlineCourse(parsed).ledger)).toEqual([]);
    },
  );
});
