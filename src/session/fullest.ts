/** The longest bookmark that any learner can come to: the builder compares it with what the format keeps. */
import { assessedPages, type CourseOutline, outlinePages } from '../course/outline.ts';
import type { Response } from '../questions/logic.ts';
import { encodeBookmark } from './bookmark.ts';
import type { Answer, Progress } from './state.ts';

/** 9999 hours, the most that SCORM 1.2 can say. */
const longestTime = 9999 * 3_600_000;
/** U+FFFD takes three bytes of UTF-8, the most that one character of a text can take. */
const widestCharacter = '\uFFFD';

/**
 * @param fullestResponse the longest response to each question, by its id
 * @returns characters of the longest bookmark
 */
export function fullestBookmark(
  outline: CourseOutline,
  fullestResponse: Readonly<Record<string, Response>>,
): number {
  const pages = outlinePages(outline);
  const each = <Value>(ids: readonly string[], value: (id: string) => Value) =>
    Object.fromEntries(ids.map((id) => [id, value(id)]));
  const answered = mostAnswered(outline, fullestResponse);
  const progress: Progress = {
    page: pages.at(-1)?.id ?? '',
    seen: pages.map((page) => page.id),
    marked: pages.map((page) => page.id),
    time: each(
      outline.lessons.map((lesson) => lesson.id),
      () => longestTime,
    ),
    answers: each(
      answered,
      (id): Answer => ({ response: fullestResponse[id] ?? [], tries: 99, isFinal: true }),
    ),
    attempts: each(
      assessedPages(outline).map((page) => page.id),
      (id) => {
        const pool = pages.find((page) => page.id === id)?.assessment?.questions ?? [];
        const isDrawn = answered.filter((one) => pool.includes(one)).length < pool.length;
        return {
          number: 999,
          isSubmitted: true,
          begunAt: 0xffff_ffff * 1000,
          timeFactor: 10,
          drawn: pool.filter((one) => answered.includes(one)),
          met: isDrawn ? pool : [],
          counted: {
            share: 0.999_999,
            outcomes: each(
              outline.outcomes.map((outcome) => outcome.id),
              () => 0.999_999,
            ),
          },
        };
      },
    ),
    texts: each(Object.keys(outline.texts), (id) => widestCharacter.repeat(outline.texts[id] ?? 0)),
  };
  return encodeBookmark(outline, { progress, savedAt: 0xffff_ffff }, Number.POSITIVE_INFINITY).length;
}

/** Every practice question, and of each assessment's pool as many as it draws: those with the longest responses. */
function mostAnswered(outline: CourseOutline, fullestResponse: Readonly<Record<string, Response>>): string[] {
  const length = (id: string) => (fullestResponse[id] ?? []).join('-').length;
  const pools = assessedPages(outline).map(({ assessment }) => assessment);
  const drawn = pools.flatMap(({ questions, draw }) =>
    [...questions].sort((a, b) => length(b) - length(a)).slice(0, draw),
  );
  const practice = Object.keys(outline.questions).filter(
    (id) => !pools.some(({ questions }) => questions.includes(id)),
  );
  return [...practice, ...drawn];
}
