/** An LMS of scorm-again behind the strict layer, and what it keeps between sittings. Runs in Node and in a page. */
import { Scorm12API } from 'scorm-again';
import { standard } from './scorm12-rules.ts';
import { type StrictApi, type Strictness, strictApi } from './strict-api.ts';

/** What an LMS keeps of a learner in a course. */
export interface LmsRecord {
  readonly status: string;
  readonly score: string;
  /** HHHH:MM:SS.SS */
  readonly totalTime: string;
  readonly suspendData: string;
  readonly location: string;
  readonly exit: string;
  readonly interactions: readonly unknown[];
  readonly objectives: readonly unknown[];
  readonly isFinished: boolean;
  /** What the course set as the learner's language; left out where it set none. */
  readonly language?: string;
}

export interface LmsSettings {
  readonly mode: 'normal' | 'review' | 'browse';
  readonly credit: 'credit' | 'no-credit';
  /** Pass mark that the LMS sets; empty for none. */
  readonly masteryScore: string;
  readonly learner: string;
  /** Language that the learner prefers; empty for none. */
  readonly language: string;
  /** Share of progress at which the LMS takes the course for complete, in SCORM 2004; empty for none. */
  readonly completionThreshold: string;
  /** Ids of the objectives that the LMS knows from the manifest, in SCORM 2004. */
  readonly objectives: readonly string[];
  /** `house` for our own courses, `standard` for those of any tool. */
  readonly strictness: Strictness;
}

export const usualSettings: LmsSettings = {
  mode: 'normal',
  credit: 'credit',
  masteryScore: '',
  learner: 'learner-7',
  language: '',
  completionThreshold: '',
  objectives: [],
  strictness: 'house',
};

export interface Lms extends StrictApi {
  /** What was committed, or finished with. */
  record(): LmsRecord | null;
}

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
        entry: kept === null ? 'ab-initio' : kept.exit === 'suspend' ? 'resume' : '',
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
  const strict = strictApi(inner as never, standard, strictness);
  let record: LmsRecord | null = null;

  const snapshot = (isFinished: boolean) => {
    const { cmi } = JSON.parse(JSON.stringify(inner.renderCMIToJSONObject())) as { cmi: RenderedCmi };
    record = {
      status: cmi.core.lesson_status,
      score: cmi.core.score.raw,
      // As Moodle does: only a sitting that was finished counts its time.
      totalTime: isFinished ? inner.cmi.getCurrentTotalTime() : (kept?.totalTime ?? '0000:00:00.00'),
      suspendData: cmi.suspend_data,
      location: cmi.core.lesson_location,
      exit: cmi.core.exit,
      interactions: Object.values(cmi.interactions),
      objectives: Object.values(cmi.objectives),
      isFinished,
      ...(cmi.student_preference.language !== language && { language: cmi.student_preference.language }),
    };
    committed(record);
  };
  const { LMSCommit, LMSFinish } = strict.api;
  return {
    ...strict,
    record: () => record,
    api: {
      ...strict.api,
      LMSCommit(empty) {
        const result = String(LMSCommit?.(String(empty)));
        if (result === 'true') snapshot(false);
        return result;
      },
      LMSFinish(empty) {
        const result = String(LMSFinish?.(String(empty)));
        if (result === 'true') snapshot(true);
        return result;
      },
    },
  };
}

interface RenderedCmi {
  readonly core: {
    readonly lesson_status: string;
    readonly lesson_location: string;
    readonly exit: string;
    readonly score: { readonly raw: string };
  };
  readonly suspend_data: string;
  readonly student_preference: { readonly language: string };
  readonly interactions: Readonly<Record<string, unknown>>;
  readonly objectives: Readonly<Record<string, unknown>>;
}
