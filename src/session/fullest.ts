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
  const progress: Progress = {
    page: pages.at(-1)?.id ?? '',
    seen: pages.map((page) => page.id),
    time: each(
      outline.lessons.map((lesson) => lesson.id),
      () => longestTime,
    ),
    answers: each(
      Object.keys(outline.questions),
      (id): Answer => ({ response: fullestResponse[id] ?? [], tries: 99, isFinal: true }),
    ),
    attempts: each(
      assessedPages(outline).map((page) => page.id),
      () => ({ number: 999, isSubmitted: true, last: 0.999_999, best: 0.999_999 }),
    ),
    texts: each(Object.keys(outline.texts), (id) => widestCharacter.repeat(outline.texts[id] ?? 0)),
  };
  return encodeBookmark(outline, { progress, savedAt: 0xffff_ffff }, Number.POSITIVE_INFINITY).length;
}
