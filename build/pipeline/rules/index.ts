/** Every rule across the fields of a course. */
import {
  alternativeTextsSpeak,
  capitalsAreFew,
  headingsAreHeadings,
  linksSayWhereTheyLead,
} from './accessibility.ts';
import { assetsExist, assetsLeaveOurNames, captionsAreWebVtt, embeddedHtmlStandsAlone } from './assets.ts';
import {
  keyMessagesAreNumberedOnce,
  playerSpeaksTheLanguage,
  translationsAreOfOtherLanguages,
  typesAgree,
} from './blocks.ts';
import { charactersCanBeShown } from './characters.ts';
import { slidesCanBeRead, slidesStandOnPages } from './classroom.ts';
import {
  demandsMeanSomething,
  drawsAreBalanced,
  minutesAreHonest,
  outcomesAreCovered,
  pagesHoldSomething,
  pageTitlesDiffer,
} from './coverage.ts';
import { idsAreUnique, marksAreUnique, referencesResolve } from './ids.ts';
import { lrsKnowsTheCourse, secretsStayOut } from './lrs.ts';
import { drawingsAreQuiet, filesAreUsed, mediaAreLight, mediaAreWhatTheySay, namesDiffer } from './media.ts';
import { optionsDiffer, questionsDiffer } from './questions.ts';
import type { Rule } from './rule.ts';
import {
  assessmentsHaveQuestions,
  banksServeOneAssessment,
  completionCanBeReached,
  passMarkFitsTheCourse,
  scoredQuestionsCanBeScored,
} from './scoring.ts';
import { certificatesCanBeEarned, lessonsCanBeCompleted, pretestsReachTheirPages } from './scos.ts';
import { linksLeadSomewhere, markdownIsPlain } from './text.ts';
import { eachText } from './text-rule.ts';
import { coloursCanBeRead, fontsAreThere } from './theme.ts';

export const rules: readonly Rule[] = [
  eachText([
    charactersCanBeShown,
    markdownIsPlain,
    linksSayWhereTheyLead,
    alternativeTextsSpeak,
    headingsAreHeadings,
    capitalsAreFew,
  ]),
  idsAreUnique,
  marksAreUnique,
  referencesResolve,
  typesAgree,
  scoredQuestionsCanBeScored,
  assessmentsHaveQuestions,
  banksServeOneAssessment,
  completionCanBeReached,
  passMarkFitsTheCourse,
  lessonsCanBeCompleted,
  pretestsReachTheirPages,
  certificatesCanBeEarned,
  lrsKnowsTheCourse,
  secretsStayOut,
  keyMessagesAreNumberedOnce,
  slidesStandOnPages,
  slidesCanBeRead,
  assetsExist,
  assetsLeaveOurNames,
  captionsAreWebVtt,
  embeddedHtmlStandsAlone,
  linksLeadSomewhere,
  playerSpeaksTheLanguage,
  translationsAreOfOtherLanguages,
  pagesHoldSomething,
  pageTitlesDiffer,
  optionsDiffer,
  questionsDiffer,
  outcomesAreCovered,
  drawsAreBalanced,
  demandsMeanSomething,
  minutesAreHonest,
  namesDiffer,
  coloursCanBeRead,
  fontsAreThere,
  mediaAreWhatTheySay,
  drawingsAreQuiet,
  mediaAreLight,
  filesAreUsed,
];
