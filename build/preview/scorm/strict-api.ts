/**
 * Stands in front of an LMS: writes down every call, and refuses what the standard refuses and scorm-again lets
 * pass. A refusal is answered as an LMS does ("false", error 405) and kept as a violation for the test to find.
 */

/** What a version of SCORM says of itself. */
export interface Standard {
  /** Its functions, in its own words. */
  readonly names: Readonly<Record<'initialize' | 'finish' | 'get' | 'set' | 'commit' | 'lastError', string>>;
  /** Number of the error that says that there is no conversation. */
  readonly notRunning: string;
  readonly modeElement: string;
  readonly scoreElement: string;
  /** What says whether the learner has begun: it must be told before the end. */
  readonly statusElement: string;
  /** Elements that must not fall, with their values from the lowest to the highest. */
  readonly ranks: Readonly<Record<string, readonly string[]>>;
  readonly writeOnly: RegExp;
  /** What is wrong with setting this element, or null. */
  refusal(
    element: string,
    value: string,
    held: ReadonlyMap<string, string>,
    earlier: { readonly interactions: number; readonly objectives: number },
  ): string | null;
}

export interface Call {
  readonly name: string;
  readonly args: readonly string[];
  readonly result: string;
}

/**
 * What goes wrong in an LMS: calls of these names answer "false" with error 101, throw, or say that the conversation
 * is over.
 */
export type Fault = { readonly calls: readonly string[]; readonly how: 'false' | 'throw' | 'ended' };

export type Functions = Readonly<Record<string, (...args: string[]) => string>>;

export interface StrictApi {
  readonly api: Functions;
  readonly calls: readonly Call[];
  readonly violations: readonly string[];
  /** The fault from now on; null mends it. */
  fail(fault: Fault | null): void;
}

export function strictApi(lms: Functions, standard: Standard): StrictApi {
  const { names, ranks } = standard;
  const calls: Call[] = [];
  const violations: string[] = [];
  const held = new Map<string, string>();
  const current = new Map<string, string>();
  let life: 'new' | 'running' | 'over' = 'new';
  let fault: Fault | null = null;
  let error = '0';
  let mode = '';
  let hasFailedToBegin = false;
  let earlier = { interactions: 0, objectives: 0 };

  const ask = (name: keyof Standard['names'], ...args: string[]) => lms[names[name]]?.(...args) ?? '';
  const violate = (what: string) => {
    violations.push(what);
    error = '405';
    return 'false';
  };
  const guarded =
    (name: string, answer: (...args: string[]) => string) =>
    (...args: string[]): string => {
      if (args.some((one) => typeof one !== 'string'))
        violations.push(`${name} with something that is no string`);
      if (fault?.calls.includes(name)) {
        calls.push({ name, args, result: fault.how });
        error = fault.how === 'ended' ? standard.notRunning : '101';
        if (name === names.initialize) hasFailedToBegin = true;
        if (fault.how === 'throw') throw new Error(`The LMS fails in ${name}.`);
        return 'false';
      }
      // A greeting that failed may mean that the LMS is running already: looking is the only way to find out.
      if (name === names.get && life === 'new' && hasFailedToBegin) {
        calls.push({ name, args, result: '' });
        error = standard.notRunning;
        return '';
      }
      error = '0';
      const wanted = name === names.initialize ? 'new' : 'running';
      const result = life === wanted ? answer(...args) : violate(`${name} while ${life}`);
      calls.push({ name, args, result });
      return result;
    };

  const begin = () => {
    const result = ask('initialize', '');
    if (result === 'true') life = 'running';
    for (const element of Object.keys(ranks)) current.set(element, ask('get', element));
    mode = ask('get', standard.modeElement);
    const count = (list: string) => Number(ask('get', `cmi.${list}._count`)) || 0;
    earlier = { interactions: count('interactions'), objectives: count('objectives') };
    const score = ask('get', standard.scoreElement);
    if (score !== '') held.set(standard.scoreElement, score);
    return result;
  };
  const set = (element = '', value = '') => {
    // Where the learner wants to go next is no record.
    const isRecord = !element.startsWith('adl.nav.');
    if (isRecord && (mode === 'review' || mode === 'browse')) return violate(`${element} written in ${mode}`);
    const wrong = standard.refusal(element, value, held, earlier);
    if (wrong) return violate(wrong);
    const rank = ranks[element];
    if (rank) {
      const from = current.get(element) ?? '';
      if (rank.indexOf(value) < rank.indexOf(from))
        return violate(`${element} goes from ${from} to ${value}`);
      if (value === 'passed' && !held.has(standard.scoreElement)) return violate('passed without a score');
      current.set(element, value);
    }
    const result = ask('set', element, value);
    if (result === 'true') held.set(element, value);
    else violations.push(`${element} refused by the LMS: "${value}"`);
    return result;
  };
  const get = (element = '') =>
    standard.writeOnly.test(element) ? violate(`${element} cannot be read`) : ask('get', element);
  const finish = () => {
    const isRecorded = mode !== 'review' && mode !== 'browse';
    if (isRecorded && ['not attempted', 'unknown'].includes(current.get(standard.statusElement) ?? ''))
      violations.push(`${names.finish} while nothing was attempted`);
    life = 'over';
    return ask('finish', '');
  };

  return {
    calls,
    violations,
    fail: (next) => {
      fault = next;
    },
    api: {
      [names.initialize]: guarded(names.initialize, begin),
      [names.finish]: guarded(names.finish, finish),
      [names.get]: guarded(names.get, get),
      [names.set]: guarded(names.set, set),
      [names.commit]: guarded(names.commit, () => ask('commit', '')),
      [names.lastError]: () => error,
    },
  };
}
