/** What a package carries of the player: the block and question types that its course uses, by type. */
import type { BlockBehaviour } from '../blocks/behaviour.ts';
import type { QuestionBehaviour } from '../questions/behaviour.ts';
import type { QuestionLogic } from '../questions/logic.ts';

export interface Kit {
  /** Undefined where the course asks nothing. */
  readonly connectQuestions: typeof import('./questions.ts').connectQuestions | undefined;
  readonly blocks: Readonly<Record<string, BlockBehaviour>>;
  readonly questions: Readonly<
    Record<string, QuestionLogic<never> & { readonly behaviour: QuestionBehaviour<never> }>
  >;
}
