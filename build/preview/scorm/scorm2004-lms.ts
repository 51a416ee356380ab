/** An LMS of scorm-again behind the strict layer, for SCORM 2004. Runs in Node and in a page. */
import { Scorm2004API } from 'scorm-again';
import {
  entryFor,
  type KeepingLms,
  type KeptRecord,
  keepingLms,
  listsOf,
  type RenderedLists,
} from './keeping-lms.ts';
import { type LmsSettings, usualSettings } from './lms-settings.ts';
import { standard } from './scorm2004-rules.ts';
import { strictApi } from './strict-api.ts';

/** What an LMS keeps of a learner in a course. */
export interface Lms2004Record extends KeptRecord {
  readonly completion: string;
  readonly success: string;
  /** −1 to 1, as text. */
  readonly scaled: string;
  readonly progress: string;
}

export type Lms2004 = KeepingLms<Lms2004Record>;

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
      entry: entryFor(kept),
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

  const recordNow = (isFinished: boolean): Lms2004Record => {
    const { cmi } = JSON.parse(JSON.stringify(inner.renderCMIToJSONObject())) as { cmi: RenderedCmi };
    const chosen = cmi.learner_preference.language;
    return {
      completion: cmi.completion_status,
      success: cmi.success_status,
      scaled: cmi.score.scaled,
      score: cmi.score.raw,
      progress: cmi.progress_measure,
      totalTime: isFinished ? inner.cmi.getCurrentTotalTime() : (kept?.totalTime ?? 'PT0S'),
      location: cmi.location,
      exit: cmi.exit,
      ...listsOf(cmi),
      isFinished,
      ...(chosen !== language && { language: chosen }),
    };
  };
  return keepingLms(
    strictApi(inner as never, standard, all.strictness),
    standard.names,
    recordNow,
    committed,
  );
}

interface RenderedCmi extends RenderedLists {
  readonly completion_status: string;
  readonly success_status: string;
  readonly score: { readonly scaled: string; readonly raw: string };
  readonly progress_measure: string;
  readonly learner_preference: { readonly language: string };
  readonly location: string;
  readonly exit: string;
}
