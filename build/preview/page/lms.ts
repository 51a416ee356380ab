/** The LMS of the page for one sitting: the strict layer, faults that can be switched on, and a log of every call. */
import type { LmsSettings } from '../scorm/lms-settings.ts';
import { scorm12Lms } from '../scorm/scorm12-lms.ts';
import { scorm2004Lms } from '../scorm/scorm2004-lms.ts';
import type { Fault, Functions } from '../scorm/strict-api.ts';

export interface LoggedCall {
  readonly name: string;
  readonly args: readonly string[];
  readonly result: string;
  /** Error code of the LMS after the call. */
  readonly error: string;
  /** Why the LMS refused it, or what is unwise about it; null for neither. */
  readonly refusal: string | null;
  readonly advice: string | null;
  /** Milliseconds since the sitting began. */
  readonly at: number;
}

export interface Sitting {
  /** The name of the API object and the object. */
  readonly apiName: 'API' | 'API_1484_11';
  readonly api: Functions;
  readonly calls: readonly LoggedCall[];
  readonly violations: readonly string[];
  /** What was set in this sitting, by element. */
  readonly model: ReadonlyMap<string, string>;
  fail(fault: Fault | null): void;
  /** Milliseconds that each commit takes. */
  slow(milliseconds: number): void;
}

export interface SittingSettings
  extends Partial<Pick<LmsSettings, 'masteryScore' | 'completionThreshold' | 'strictness'>> {
  readonly learner: string;
  readonly mode: 'normal' | 'review';
}

const asksAboutErrors = /GetLastError$|GetErrorString$|GetDiagnostic$/;

/**
 * @param kept what the LMS kept of the sitting before; null for a first one
 * @param keep is given what the LMS has to keep, at each commit
 * @param changed is called after each call
 * @param openNext is called when a SCO of SCORM 2004 has ended and wants the next
 */
export function beginSitting(
  { standard }: { readonly standard: 'scorm12' | 'scorm2004' },
  { learner, mode, ...rest }: SittingSettings,
  kept: unknown,
  keep: (record: object) => void,
  changed: () => void,
  openNext: () => void = () => {},
): Sitting {
  const settings = {
    ...rest,
    learner,
    mode,
    credit: mode === 'review' ? ('no-credit' as const) : ('credit' as const),
  };
  const lms =
    standard === 'scorm12'
      ? scorm12Lms(settings, kept as never, keep)
      : scorm2004Lms(settings, kept as never, keep, openNext);
  const [commit, lastError, set] =
    standard === 'scorm12'
      ? ['LMSCommit', 'LMSGetLastError', 'LMSSetValue']
      : ['Commit', 'GetLastError', 'SetValue'];
  const calls: LoggedCall[] = [];
  const model = new Map<string, string>();
  const begun = performance.now();
  let delay = 0;
  const logged =
    (name: string, answer: (...args: string[]) => string) =>
    (...args: string[]) => {
      // An LMS that answers late blocks the page, as a synchronous request does.
      if (name === commit && delay > 0)
        for (const until = performance.now() + delay; performance.now() < until; );
      let result = 'throws';
      const [refused, advised] = [lms.violations.length, lms.advice.length];
      try {
        result = answer(...args);
        return result;
      } finally {
        if (!asksAboutErrors.test(name)) {
          calls.push({
            name,
            args: args.map(String),
            result,
            error: String(lms.api[lastError]?.() ?? '0'),
            refusal: lms.violations.slice(refused).join('; ') || null,
            advice: lms.advice.slice(advised).join('; ') || null,
            at: performance.now() - begun,
          });
          if (name === set && result === 'true') model.set(String(args[0]), String(args[1]));
          changed();
        }
      }
    };
  return {
    apiName: standard === 'scorm12' ? 'API' : 'API_1484_11',
    api: Object.fromEntries(Object.entries(lms.api).map(([name, answer]) => [name, logged(name, answer)])),
    ...{ calls, model, violations: lms.violations },
    fail: (fault) => lms.fail(fault),
    slow(milliseconds) {
      delay = milliseconds;
    },
  };
}
