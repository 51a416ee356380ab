import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fullestResponses, longestBookmark } from '../../build/pipeline/bookmark-room.ts';
import { outlineCourse } from '../../build/pipeline/outline-course.ts';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import { assessedPages, outlinePages } from '../../src/course/outline.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { questionTypes } from '../../src/questions/index.ts';
import { triesLeft } from '../../src/session/answering.ts';
import { decodeBookmark } from '../../src/session/bookmark.ts';
import type { LearnerEvent } from '../../src/session/event.ts';
import { reduce } from '../../src/session/reduce.ts';
import { reportOf } from '../../src/session/report.ts';
import type { Logics } from '../../src/session/scoring.ts';
import { beginSitting, noProgress, type SessionState } from '../../src/session/state.ts';

const root = join(import.meta.dirname, '../..');
const logics = questionTypes as unknown as Logics;

async function outlineOf(course: string) {
  const parsed = parseCourse(await readCourse(join(root, course), course));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return outlineCourse(parsed);
}

describe('the learner who leaves nothing out', () => {
  it.each(['course', 'tests/fixtures/full', 'tests/fixtures/small'])(
    'fits what SCORM 1.2 keeps, in %s',
    async (course) => {
      const outline = await outlineOf(course);
      const fullest = fullestResponses(outline);
      const start = Date.UTC(2026, 10, 24);
      let state: SessionState = beginSitting(noProgress, start);
      const happen = (event: object) => {
        const at = state.sitting.lastAt + 250_000;
        state = reduce(outline, logics, state, { ...event, at } as LearnerEvent);
      };
      for (const { id } of outlinePages(outline)) happen({ type: 'page-shown', page: id });
      for (const [block, limit] of Object.entries(outline.texts))
        happen({ type: 'text-written', block, text: '学'.repeat(limit) });
      for (const [question, { points }] of Object.entries(outline.questions)) {
        if (points > 0) continue;
        for (let tries = 0; tries < 20 && triesLeft(outline, state, question) !== 0; tries++) {
          happen({ type: 'reopened', question });
          happen({ type: 'chosen', question, response: fullest[question] ?? [] });
          happen({ type: 'checked', question });
        }
      }
      let longest = 0;
      for (const { id: page, assessment } of assessedPages(outline))
        for (let attempt = 1; attempt <= 20; attempt++) {
          happen({ type: 'assessment-begun', page, seed: attempt * 7919, timeFactor: 10 });
          for (const question of state.attempts[page]?.drawn ?? [])
            happen({ type: 'chosen', question, response: fullest[question] ?? [] });
          happen({ type: 'assessment-submitted', page });
          const { bookmark } = reportOf(outline, logics, state, scorm12.bookmarkLimit);
          longest = Math.max(longest, bookmark.length);
          const { sitting: _, ...progress } = state;
          expect(decodeBookmark(outline, bookmark)?.progress).toMatchObject({
            texts: progress.texts,
            answers: progress.answers,
            seen: progress.seen,
          });
          expect(assessment.draw).toBe(state.attempts[page]?.drawn.length);
        }
      expect(longest).toBeGreaterThan(longestBookmark(outline) / 2);
      expect(longest).toBeLessThanOrEqual(longestBookmark(outline));
      expect(longestBookmark(outline)).toBeLessThanOrEqual(scorm12.bookmarkLimit);
    },
  );
});
