/** The block and question types that a package carries, by type. */
import type { BlockBehaviour } from '../blocks/behaviour.ts';
import type { QuestionBehaviour } from '../questions/behaviour.ts';
import type { QuestionLogic } from '../questions/logic.ts';

export interface Kit {
  readonly blocks: Readonly<Record<string, BlockBehaviour>>;
  readonly questions: Readonly<
    Record<string, QuestionLogic<never> & { readonly behaviour: QuestionBehaviour<never> }>
  >;
}
