import { slideFits } from '../../../src/classroom/slide-scale.ts';
import { pagesOf } from '../../../src/course/course.ts';
import type { Mistake } from '../../../src/course/problem.ts';
import { rememberedOf } from '../remembered.ts';
import type { Rule } from './rule.ts';

/** Every slide is told once, and stands on a page: a slide on none would never be up. */
export const slidesStandOnPages: Rule = ({ course }) => {
  const shown = new Set(pagesOf(course).flatMap(({ slides }) => slides ?? []));
  const seen = new Set<number>();
  return (course.slides ?? []).flatMap(({ number }, index): Mistake[] => {
    const pointer = `/slides/${index}/number`;
    if (seen.has(number))
      return [
        { pointer, message: `there is a slide ${number} before.`, hint: 'Give each slide its own number.' },
      ];
    seen.add(number);
    if (shown.has(number)) return [];
    return [
      {
        pointer,
        message: `no page has the slide ${number}.`,
        hint: `Put ${number} into the "slides" of the page during which it is up.`,
      },
    ];
  });
};

const fits = rememberedOf(slideFits);

/** A slide holds no more than can be read from the back of a room. */
export const slidesCanBeRead: Rule = ({ course }) =>
  (course.slides ?? []).flatMap((slide, index): Mistake[] =>
    fits(slide)
      ? []
      : [
          {
            severity: 'warning',
            pointer: `/slides/${index}`,
            message: `slide ${slide.number} holds more than fits on it.`,
            hint: 'Take out words: the page says the rest, and the facilitator notes what you say to it.',
          },
        ],
  );
