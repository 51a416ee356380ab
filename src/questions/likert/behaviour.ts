import type { QuestionBehaviour } from '../behaviour.ts';
import { choosing } from '../multiple-choice/behaviour.ts';
import type { LikertKey } from './grade.ts';

const chooses = choosing<LikertKey>(() => []);

/** One point of the scale; nothing is revealed, because nothing is right. */
export const behaviour: QuestionBehaviour<LikertKey> = (...given) => ({ ...chooses(...given), reveal() {} });
