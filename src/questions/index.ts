/** Every question type, for the builder. A folder that is not listed here fails the contract test. */
import type { BlockType } from '../course/block.ts';
import * as clozeGrade from './cloze/grade.ts';
import * as clozeInteraction from './cloze/interaction.ts';
import * as cloze from './cloze/schema.ts';
import * as fillInGrade from './fill-in/grade.ts';
import * as fillInInteraction from './fill-in/interaction.ts';
import * as fillIn from './fill-in/schema.ts';
import * as freeTextGrade from './free-text/grade.ts';
import * as freeTextInteraction from './free-text/interaction.ts';
import * as freeText from './free-text/schema.ts';
import * as hotspotGrade from './hotspot/grade.ts';
import * as hotspotInteraction from './hotspot/interaction.ts';
import * as hotspot from './hotspot/schema.ts';
import * as likertGrade from './likert/grade.ts';
import * as likertInteraction from './likert/interaction.ts';
import * as likert from './likert/schema.ts';
import type { Components, Credit, QuestionLogic, Response } from './logic.ts';
import * as matchingGrade from './matching/grade.ts';
import * as matchingInteraction from './matching/interaction.ts';
import * as matching from './matching/schema.ts';
import * as multipleChoiceGrade from './multiple-choice/grade.ts';
import * as multipleChoiceInteraction from './multiple-choice/interaction.ts';
import * as multipleChoice from './multiple-choice/schema.ts';
import * as numericGrade from './numeric/grade.ts';
import * as numericInteraction from './numeric/interaction.ts';
import * as numeric from './numeric/schema.ts';
import * as scenarioGrade from './scenario/grade.ts';
import * as scenarioInteraction from './scenario/interaction.ts';
import * as scenario from './scenario/schema.ts';
import * as sequencingGrade from './sequencing/grade.ts';
import * as sequencingInteraction from './sequencing/interaction.ts';
import * as sequencing from './sequencing/schema.ts';
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
  /** The rule for answers that are not wholly right; left out where an answer is right or wrong and nothing between. */
  readonly credit?: (question: never) => Credit;

  /** What the tokens of a response stand for; nothing where they are the learner's own words. */
  readonly components?: (question: never) => Components;
}

export const questionTypes = {
  cloze: { ...cloze, ...clozeGrade, ...clozeInteraction },
  'fill-in': { ...fillIn, ...fillInGrade, ...fillInInteraction },
  'free-text': { ...freeText, ...freeTextGrade, ...freeTextInteraction },
  hotspot: { ...hotspot, ...hotspotGrade, ...hotspotInteraction },
  likert: { ...likert, ...likertGrade, ...likertInteraction },
  matching: { ...matching, ...matchingGrade, ...matchingInteraction },
  'multiple-choice': { ...multipleChoice, ...multipleChoiceGrade, ...multipleChoiceInteraction },
  numeric: { ...numeric, ...numericGrade, ...numericInteraction },
  scenario: { ...scenario, ...scenarioGrade, ...scenarioInteraction },
  sequencing: { ...sequencing, ...sequencingGrade, ...sequencingInteraction },
  'single-choice': { ...singleChoice, ...singleChoiceGrade, ...singleChoiceInteraction },
  sorting: { ...sorting, ...sortingGrade, ...sortingInteraction },
  'true-false': { ...trueFalse, ...trueFalseGrade, ...trueFalseInteraction },
} as const satisfies Readonly<Record<string, QuestionType>>;
