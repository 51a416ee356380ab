import { choosing } from '../multiple-choice/behaviour.ts';
import type { TrueFalse } from './schema.ts';

export const behaviour = choosing(({ answer }: Pick<TrueFalse, 'answer'>) => [answer ? 't' : 'f']);
