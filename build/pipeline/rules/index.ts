/** Every rule across the fields of a course. */
import { assetsExist, captionsAreWebVtt, embeddedHtmlStandsAlone } from './assets.ts';
import { keyMessagesAreNumberedOnce, playerSpeaksTheLanguage, typesAgree } from './blocks.ts';
import { idsAreUnique, marksAreUnique, referencesResolve } from './ids.ts';
import type { Rule } from './rule.ts';
import {
  assessmentsHaveQuestions,
  banksServeOneAssessment,
  completionCanBeReached,
  passMarkFitsTheCourse,
  scoredQuestionsCanBeScored,
} from './scoring.ts';
import { linksLeadSomewhere, markdownIsPlain } from './text.ts';

export const rules: readonly Rule[] = [
  idsAreUnique,
  marksAreUnique,
  referencesResolve,
  typesAgree,
  scoredQuestionsCanBeScored,
  assessmentsHaveQuestions,
  banksServeOneAssessment,
  completionCanBeReached,
  passMarkFitsTheCourse,
  keyMessagesAreNumberedOnce,
  assetsExist,
  captionsAreWebVtt,
  embeddedHtmlStandsAlone,
  markdownIsPlain,
  linksLeadSomewhere,
  playerSpeaksTheLanguage,
];
