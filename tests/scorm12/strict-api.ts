/**
 * Stands in front of an LMS: writes down every call, and refuses what the standard refuses and scorm-again lets
 * pass. A refusal is answered as an LMS does ("false", error 405) and kept as a violation for the test to find.
 */
import { isDowngrade, refusal } from './rules.ts';

export interface Scorm12Functions {
  LMSInitialize(empty: ''): string;
  LMSFinish(empty: ''): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(empty: ''): string;
  LMSGetLastError(): string;
}

export interface Call {
  readonly name: keyof Scorm12Functions;
  readonly args: readonly string[];
  readonly result: string;
}

/** What goes wrong in an LMS: calls of these names answer "false" with error 101, or throw. */
export type Fault = { readonly calls: readonly (keyof Scorm12Functions)[]; readonly how: 'false' | 'throw' };

export interface StrictApi {
  readonly api: Scorm12Functions;
  readonly calls: readonly Call[];
  readonly violations: readonly string[];
  /** The fault from now on; null mends it. */
  fail(fault: Fault | null): void;
}

export function strictApi(lms: Scorm12Functions): StrictApi {
  const calls: Call[] = [];
  const violations: string[] = [];
  const held = new Map<string, string>();
  let life: 'new' | 'running' | 'over' = 'new';
  let fault: Fault | null = null;
  let error = '0';
  let status = '';
  let mode = '';
  let earlier = { interactions: 0, objectives: 0 };

  const violate = (what: string) => {
    violations.push(what);
    error = '405';
    return 'false';
  };
  const guarded =
    (name: keyof Scorm12Functions, answer: (...args: string[]) => string) =>
    (...args: string[]): string => {
      if (args.some((one) => typeof one !== 'string'))
        violations.push(`${name} with something that is no string`);
      if (fault?.calls.includes(name)) {
        calls.push({ name, args, result: fault.how });
        error = '101';
        if (fault.how === 'throw') throw new Error(`The LMS fails in ${name}.`);
        return 'false';
      }
      error = '0';
      const wanted = name === 'LMSInitialize' ? 'new' : 'running';
      const result = life === wanted ? answer(...args) : violate(`${name} while ${life}`);
      calls.push({ name, args, result });
      return result;
    };

  const begin = () => {
    const result = lms.LMSInitialize('');
    if (result === 'true') life = 'running';
    status = lms.LMSGetValue('cmi.core.lesson_status');
    mode = lms.LMSGetValue('cmi.core.lesson_mode');
    const count = (list: string) => Number(lms.LMSGetValue(`cmi.${list}._count`)) || 0;
    earlier = { interactions: count('interactions'), objectives: count('objectives') };
    const score = lms.LMSGetValue('cmi.core.score.raw');
    if (score !== '') held.set('cmi.core.score.raw', score);
    return result;
  };
  const set = (element = '', value = '') => {
    if (mode === 'review' || mode === 'browse') return violate(`${element} written in ${mode}`);
    const wrong = refusal(element, value, held, earlier);
    if (wrong) return violate(wrong);
    if (element === 'cmi.core.lesson_status') {
      if (isDowngrade(status, value)) return violate(`status goes from ${status} to ${value}`);
      if (value === 'passed' && !held.has('cmi.core.score.raw')) return violate('passed without a score');
      status = value;
    }
    const result = lms.LMSSetValue(element, value);
    if (result === 'true') held.set(element, value);
    else violations.push(`${element} refused by the LMS: "${value}"`);
    return result;
  };
  const get = (element = '') => {
    const isWriteOnly = /^cmi\.core\.(exit|session_time)$|^cmi\.interactions\.\d/.test(element);
    return isWriteOnly ? violate(`${element} cannot be read`) : lms.LMSGetValue(element);
  };
  const finish = () => {
    if (status === 'not attempted') violations.push('LMSFinish while not attempted');
    life = 'over';
    return lms.LMSFinish('');
  };

  return {
    calls,
    violations,
    fail: (next) => {
      fault = next;
    },
    api: {
      LMSInitialize: guarded('LMSInitialize', begin),
      LMSFinish: guarded('LMSFinish', finish),
      LMSGetValue: guarded('LMSGetValue', get),
      LMSSetValue: guarded('LMSSetValue', set),
      LMSCommit: guarded('LMSCommit', () => lms.LMSCommit('')),
      LMSGetLastError: () => error,
    },
  };
}
