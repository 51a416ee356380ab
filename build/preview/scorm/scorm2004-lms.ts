/** An LMS of scorm-again behind the strict layer, for SCORM 2004. Runs in Node and in a page. */
import { Scorm2004API } from 'scorm-again';
import { type LmsSettings, usualSettings } from './scorm12-lms.ts';
import { standard } from './scorm2004-rules.ts';
import { type StrictApi, strictApi } from './strict-api.ts';

/** What an LMS keeps of a learner in a course. */
export interface Lms2004Record {
  readonly completion: string;
  readonly success: string;
  /** −1 to 1, as text. */
  readonly scaled: string;
  readonly score: string;
  readonly progress: string;
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

export interface Lms2004 extends StrictApi {
  /** What was committed, or finished with. */
  record(): Lms2004Record | null;
}

/**
 * @param kept what the LMS kept of the last sitting; null for a first one
 * @param committed is told each time the LMS has something new to keep
 * @param openNext  is called when the SCO asked for the next one and has terminated
 */
export function scorm2004Lms(
  settings: Partial<LmsSettings> = {},
  kept: Lms2004Record | null = null,
  committed: (record: Lms2004Record) => void = () => {},
  openNext: () => void = () => {},
): Lms2004 {
  const all = { ...usualSettings, ...settings };
  const { mode, credit, masteryScore, learner, language, completionThreshold, objectives } = all;
  const inner = new Scorm2004API({
    autocommit: false,
    logLevel: 5,
    lmsCommitUrl: false,
    autoCompleteLessonStatus: false,
    sendFullCommit: true,
  });
  inner.loadFromJSON({
    cmi: {
      learner_id: learner,
      learner_name: 'Seven Learner',
      mode,
      credit,
      entry: kept === null ? 'ab-initio' : kept.exit === 'suspend' ? 'resume' : '',
      suspend_data: kept?.suspendData ?? '',
      learner_preference: { language: kept?.language ?? language },
      ...(masteryScore !== '' && { scaled_passing_score: String(Number(masteryScore) / 100) }),
      ...(completionThreshold !== '' && { completion_threshold: completionThreshold }),
      objectives: objectives.map((id) => ({ id })),
      ...(kept && {
        completion_status: kept.completion,
        success_status: kept.success,
        location: kept.location,
        progress_measure: kept.progress,
        total_time: kept.totalTime,
        ...(kept.scaled !== '' && { score: { scaled: kept.scaled, raw: kept.score, min: '0', max: '100' } }),
        interactions: kept.interactions,
        objectives: kept.objectives,
      }),
    },
  } as never);
  inner.on('SequenceNext', openNext);
  const strict = strictApi(inner as never, standard, all.strictness);
  let record: Lms2004Record | null = null;

  const snapshot = (isFinished: boolean) => {
    const { cmi } = JSON.parse(JSON.stringify(inner.renderCMIToJSONObject())) as { cmi: RenderedCmi };
    record = {
      completion: cmi.completion_status,
      success: cmi.success_status,
      scaled: cmi.score.scaled,
      score: cmi.score.raw,
      progress: cmi.progress_measure,
      totalTime: isFinished ? inner.cmi.getCurrentTotalTime() : (kept?.totalTime ?? 'PT0S'),
      suspendData: cmi.suspend_data,
      location: cmi.location,
      exit: cmi.exit,
      interactions: Object.values(cmi.interactions),
      objectives: Object.values(cmi.objectives),
      isFinished,
      ...(cmi.learner_preference.language !== language && { language: cmi.learner_preference.language }),
    };
    committed(record);
  };
  const { Commit, Terminate } = strict.api;
  return {
    ...strict,
    record: () => record,
    api: {
      ...strict.api,
      Commit(...args) {
        const result = Commit?.(...args) ?? 'false';
        if (result === 'true') snapshot(false);
        return result;
      },
      Terminate(...args) {
        const result = Terminate?.(...args) ?? 'false';
        if (result === 'true') snapshot(true);
        return result;
      },
    },
  };
}

interface RenderedCmi {
  readonly completion_status: string;
  readonly success_status: string;
  readonly score: { readonly scaled: string; readonly raw: string };
  readonly progress_measure: string;
  readonly suspend_data: string;
  readonly learner_preference: { readonly language: string };
  readonly location: string;
  readonly exit: string;
  readonly interactions: Readonly<Record<string, unknown>>;
  readonly objectives: Readonly<Record<string, unknown>>;
}
