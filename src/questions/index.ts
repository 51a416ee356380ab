/** Every question type, for the builder. A folder that is not listed here fails the contract test. */
import type { BlockType } from '../course/block.ts';
import type { QuestionLogic, Response } from './logic.ts';
import * as multipleChoiceGrade from './multiple-choice/grade.ts';
import * as multipleChoiceInteraction from './multiple-choice/interaction.ts';
import * as multipleChoice from './multiple-choice/schema.ts';
import * as singleChoiceGrade from './single-choice/grade.ts';
import * as singleChoiceInteraction from './single-choice/interaction.ts';
import * as singleChoice from './single-choice/schema.ts';
import * as sortingGrade from './sorting/grade.ts';
import * as sortingInteraction from './sorting/interaction.ts';
import * as sorting from './sorting/schema.ts';
import * as trueFalseGrade from './true-false/grade.ts';
import * as trueFalseInteraction from './true-false/interaction.ts';
import * as trueFalse from './true-false/schema.ts';

/** A question type for the builder: its schema and rules, and all of its pure half. */
export interface QuestionType extends BlockType, QuestionLogic<never> {
  /** The longest response that a learner can give. */
  readonly fullest: (key: never) => Response;
}

export const questionTypes = {
  'multiple-choice': { ...multipleChoice, ...multipleChoiceGrade, ...multipleChoiceInteraction },
  'single-choice': { ...singleChoice, ...singleChoiceGrade, ...singleChoiceInteraction },
  sorting: { ...sorting, ...sortingGrade, ...sortingInteraction },
  'true-false': { ...trueFalse, ...trueFalseGrade, ...trueFalseInteraction },
} as const satisfies Readonly<Record<string, QuestionType>>;
