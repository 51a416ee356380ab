/** What is known of a player when it is built: what it has no need of travels in no script. Pure. */
import type { Course } from '../../src/course/course.ts';
import type { Format } from '../../src/formats/format.ts';
import type { UsedTypes } from './used-types.ts';

/** Constants of `src/session/build-constants.d.ts`. */
export type PlayerConstants = Readonly<
  Record<'asksNothing' | 'isFree' | 'isOneSco' | 'isOneWay' | 'speaksSeveral', boolean>
>;

/** @param speaksSeveral whether the package holds the course in several languages */
export function playerConstants(
  { lessons, order, scos }: Course,
  { questions }: UsedTypes,
  { hasScos, leadsBack }: Pick<Format, 'hasScos' | 'leadsBack'>,
  speaksSeveral: boolean,
): PlayerConstants {
  return {
    asksNothing: questions.length === 0,
    isFree: order !== 'sequential' && lessons.every((lesson) => lesson.order !== 'sequential'),
    isOneSco: !hasScos || scos !== 'lesson',
    isOneWay: !leadsBack,
    speaksSeveral,
  };
}
