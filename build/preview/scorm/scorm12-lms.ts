/** An LMS of scorm-again behind the strict layer, and what it keeps between sittings. Runs in Node and in a page. */
import { Scorm12API } from 'scorm-again';
import {
  entryFor,
  type KeepingLms,
  type KeptRecord,
  keepingLms,
  listsOf,
  type RenderedLists,
} from './keeping-lms.ts';
import { type LmsSettings, usualSettings } from './lms-settings.ts';
import { standard } from './scorm12-rules.ts';
import { strictApi } from './strict-api.ts';

/** What an LMS keeps of a learner in a course. */
export interface LmsRecord extends KeptRecord {
  readonly status: string;
}

export type Lms = KeepingLms<LmsRecord>;

/**
 * @param kept what the LMS kept of the last sitting; null for a first one
 * @param committed is told each time the LMS has something new to keep
 */
export function scorm12Lms(
  settings: Partial<LmsSettings> = {},
  kept: LmsRecord | null = null,
  committed: (record: LmsRecord) => void = () => {},
): Lms {
  const { mode, credit, masteryScore, learner, language, strictness } = { ...usualSettings, ...settings };
  // Every setting that matters is named: mastery_override is on when left out.
  const inner = new Scorm12API({
    autocommit: false,
    logLevel: 5,
    lmsCommitUrl: false,
    mastery_override: false,
    autoCompleteLessonStatus: false,
    sendFullCommit: true,
  });
  inner.loadFromJSON({
    cmi: {
      core: {
        student_id: learner,
        student_name: 'Learner, Seven',
        lesson_mode: mode,
        credit,
        entry: entryFor(kept),
        ...(kept && {
          lesson_status: kept.status,
          lesson_location: kept.location,
          total_time: kept.totalTime,
          ...(kept.score !== '' && { score: { raw: kept.score, min: '0', max: '100' } }),
        }),
      },
      suspend_data: kept?.suspendData ?? '',
      student_preference: { language: kept?.language ?? language },
      ...(masteryScore !== '' && { student_data: { mastery_score: masteryScore } }),
      ...(kept && { interactions: kept.interactions, objectives: kept.objectives }),
    },
  } as never);

  const recordNow = (isFinished: boolean): LmsRecord => {
    const { cmi } = JSON.parse(JSON.stringify(inner.renderCMIToJSONObject())) as { cmi: RenderedCmi };
    const chosen = cmi.student_preference.language;
    return {
      status: cmi.core.lesson_status,
      score: cmi.core.score.raw,
      // As Moodle does: only a sitting that was finished counts its time.
      totalTime: isFinished ? inner.cmi.getCurrentTotalTime() : (kept?.totalTime ?? '0000:00:00.00'),
      location: cmi.core.lesson_location,
      exit: cmi.core.exit,
      ...listsOf(cmi),
      isFinished,
      ...(chosen !== language && { language: chosen }),
    };
  };
  return keepingLms(strictApi(inner as never, standard, strictness), standard.names, recordNow, committed);
}

interface RenderedCmi extends RenderedLists {
  readonly core: {
    readonly lesson_status: string;
    readonly lesson_location: string;
    readonly exit: string;
    readonly score: { readonly raw: string };
  };
  readonly student_preference: { readonly language: string };
}
