/** What a question type knows without a screen: how to grade, and what to tell the LMS. Pure. */

/**
 * What a learner answered, as tokens: marks of options (`["a","c"]`), pairs of marks (`["1b","2a"]`: statement 1
 * in group b) or typed text. Empty when nothing was answered.
 */
export type Response = readonly string[];

/** One answer in words that every standard can say; each format's vocabulary spells it out. */
export type Interaction =
  | { readonly type: 'true-false'; readonly response: boolean; readonly correct: boolean }
  | { readonly type: 'choice'; readonly response: Response; readonly correct: Response }
  | { readonly type: 'matching'; readonly response: readonly Pair[]; readonly correct: readonly Pair[] }
  | { readonly type: 'sequencing'; readonly response: Response; readonly correct: Response }
  /** `correct` holds every answer that is accepted. */
  | { readonly type: 'fill-in'; readonly response: string; readonly correct: readonly string[] }
  | {
      readonly type: 'numeric';
      readonly response: number;
      readonly correct: { readonly min: number; readonly max: number };
    }
  | { readonly type: 'likert'; readonly response: string }
  /** Steps taken, each with its answer: gaps of a cloze, choices of a scenario. */
  | { readonly type: 'performance'; readonly response: readonly Pair[]; readonly correct: readonly Pair[] };

/** Source and target of one match. */
export type Pair = readonly [source: string, target: string];

/**
 * How an answer that is not wholly right earns: nothing at all, each part its share, each right choice less each
 * wrong, each right step, or what the end of a story is worth. Learners are told before they answer.
 */
export type Credit = 'all' | 'parts' | 'choices' | 'steps' | 'end';

/** The pure half of a question type. `Key` is the question without its text. */
export interface QuestionLogic<Key> {
  /** The share of the points that this response earns, 0 to 1. Tokens that the question lacks earn nothing. */
  readonly grade: (key: Key, response: Response) => number;
  /** The answer for the LMS. Only called with a response that is not empty. */
  readonly interaction: (key: Key, response: Response) => Interaction;
  /** Whether there is neither right nor wrong. */
  readonly isUnscored?: true;
}

/** One thing that a response may name, with its text in the course's Markdown. */
export interface Component {
  readonly id: string;
  readonly text?: string;
}

/** What the tokens of a response stand for, for records that tell answers in words. */
export type Components = Readonly<
  Partial<Record<'choices' | 'scale' | 'source' | 'target' | 'steps', readonly Component[]>>
>;
