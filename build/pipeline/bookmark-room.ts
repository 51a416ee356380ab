/** Whether every learner's progress fits what a format keeps, and what weighs most where it does not. Pure. */
import type { CourseOutline } from '../../src/course/outline.ts';
import type { Problem } from '../../src/course/problem.ts';
import type { Format } from '../../src/formats/format.ts';
import { type QuestionType, questionTypes } from '../../src/questions/index.ts';
import type { Response } from '../../src/questions/logic.ts';
import { fullestBookmark } from '../../src/session/fullest.ts';
import type { Locate } from './parse-course.ts';
import { remembered } from './remembered.ts';
import type { Sco } from './scos.ts';

/** Characters of the longest bookmark that any learner of this course can come to. */
export function longestBookmark(outline: CourseOutline): number {
  return longestOf(JSON.stringify(outline));
}

/** By what the outline says: most edits leave it as it was. */
const longestOf = remembered((said) => {
  const outline = JSON.parse(said) as CourseOutline;
  return fullestBookmark(outline, fullestResponses(outline));
}, 40);

/** The longest response that a learner can give to each question, by its id. */
export function fullestResponses(outline: CourseOutline): Readonly<Record<string, Response>> {
  const types: Readonly<Record<string, QuestionType>> = questionTypes;
  return Object.fromEntries(
    Object.entries(outline.questions).map(([id, { type, key }]) => [
      id,
      types[type]?.fullest(key as never) ?? [],
    ]),
  );
}

/** The fullest bookmark of each SCO fits what the format keeps, or nothing is built: a learner's place is never cut off. */
export function bookmarkProblems(scos: readonly Sco[], format: Format, locate: Locate): Problem[] {
  return scos.flatMap(({ outline, pointer, place }) => {
    const longest = longestBookmark(outline);
    if (longest <= format.bookmarkLimit) return [];
    const heaviest = weights(outline)
      .slice(0, 3)
      .map(({ id, weight }) => `"${id}" (${weight})`);
    const splitCourse = outline.lessons.length > 1 ? 'set "scos" to "lesson"' : 'split the course';
    const split = place ? 'split the lesson' : splitCourse;
    const mend =
      heaviest.length > 0 ? `Lower "maxLength", draw fewer questions or ${split}.` : capital(split);
    return [
      locate({
        pointer,
        message: `progress${place ? ' in this lesson' : ''} can grow to ${longest} characters; ${format.title} keeps ${format.bookmarkLimit}.`,
        hint: heaviest.length > 0 ? `${mend} What weighs most: ${heaviest.join(', ')}.` : mend,
      }),
    ];
  });
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** What a question or a free text adds to the longest bookmark, the heaviest first: how much shorter it is without it. */
function weights(outline: CourseOutline): { id: string; weight: number }[] {
  const responses = fullestResponses(outline);
  const whole = fullestBookmark(outline, responses);
  const withoutText = (id: string) => ({ ...outline, texts: { ...outline.texts, [id]: 0 } });
  return [
    ...Object.keys(outline.questions).map((id) => ({
      id,
      weight: whole - fullestBookmark(outline, { ...responses, [id]: [] }),
    })),
    ...Object.keys(outline.texts).map((id) => ({
      id,
      weight: whole - fullestBookmark(withoutText(id), responses),
    })),
  ]
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}
