/** An LMS that keeps what it was told, at each commit and at the end, for the sitting that comes next. */
import type { Standard, StrictApi } from './strict-api.ts';

/** What an LMS of either version keeps of a learner in a course. */
export interface KeptRecord {
  readonly score: string;
  /** As its standard writes a time. */
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

export interface KeepingLms<Kept extends KeptRecord> extends StrictApi {
  /** What was committed, or finished with. */
  record(): Kept | null;
}

/** What scorm-again says of the model, as far as both versions call it the same. */
export interface RenderedLists {
  readonly suspend_data: string;
  readonly interactions: Readonly<Record<string, unknown>>;
  readonly objectives: Readonly<Record<string, unknown>>;
}

/**
 * @param recordNow what there is to keep
 * @param committed is told each time there is something new
 */
export function keepingLms<Kept extends KeptRecord>(
  strict: StrictApi,
  { commit, finish }: Standard['names'],
  recordNow: (isFinished: boolean) => Kept,
  committed: (record: Kept) => void,
): KeepingLms<Kept> {
  let record: Kept | null = null;
  const keeping =
    (name: string, isFinished: boolean) =>
    (...args: string[]) => {
      const result = strict.api[name]?.(...args) ?? 'false';
      if (result === 'true') {
        record = recordNow(isFinished);
        committed(record);
      }
      return result;
    };
  return {
    ...strict,
    record: () => record,
    api: { ...strict.api, [commit]: keeping(commit, false), [finish]: keeping(finish, true) },
  };
}

/** What both versions keep in the same way. */
export function listsOf({ suspend_data, interactions, objectives }: RenderedLists) {
  return {
    suspendData: suspend_data,
    interactions: Object.values(interactions),
    objectives: Object.values(objectives),
  };
}

/** How a course is greeted that was here before, or was not. */
export function entryFor(kept: KeptRecord | null): 'ab-initio' | 'resume' | '' {
  if (kept === null) return 'ab-initio';
  return kept.exit === 'suspend' ? 'resume' : '';
}
