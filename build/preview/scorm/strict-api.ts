/**
 * Stands in front of an LMS: writes down every call, and refuses what the standard refuses and scorm-again lets
 * pass. A refusal is answered as an LMS does ("false", error 405) and kept as a violation for the test to find.
 *
 * For our own courses (`house`) what is legal and unwise counts as refused too; for courses of any tool (`standard`)
 * it is taken, as LMSs take it, and kept as advice.
 */

/** What a version of SCORM says of itself. */
export interface Standard {
  /** Its functions, in its own words. */
  readonly names: Readonly<
    Record<
      'initialize' | 'finish' | 'get' | 'set' | 'commit' | 'lastError' | 'errorString' | 'diagnostic',
      string
    >
  >;
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
  /** Why setting this element is unwise, though it is legal; or null. */
  unwise(element: string, value: string): string | null;
}

export type Strictness = 'house' | 'standard';

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
  /** What is legal and unwise; empty by the rules of the house, where it is a violation. */
  readonly advice: readonly string[];
  /** The fault from now on; null mends it. */
  fail(fault: Fault | null): void;
}

export function strictApi(lms: Functions, standard: Standard, strictness: Strictness = 'house'): StrictApi {
  const { names, ranks } = standard;
  const calls: Call[] = [];
  const violations: string[] = [];
  const advice: string[] = [];
  const unwise = strictness === 'house' ? violations : advice;
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
    (...given: string[]): string => {
      if (given.some((one) => typeof one !== 'string'))
        unwise.push(`${name} with something that is no string`);
      const args = given.map(String);
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
      if (error === '0') error = ask('lastError') || '0';
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
    const from = current.get(element) ?? '';
    const falls = rank && rank.indexOf(value) < rank.indexOf(from);
    const doubt = falls
      ? `${element} goes from ${from} to ${value}`
      : rank && value === 'passed' && !held.has(standard.scoreElement)
        ? 'passed without a score'
        : standard.unwise(element, value);
    if (doubt && strictness === 'house') return violate(doubt);
    if (doubt) advice.push(doubt);
    if (rank) current.set(element, value);
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
      unwise.push(`${names.finish} while nothing was attempted`);
    life = 'over';
    return ask('finish', '');
  };

  return {
    calls,
    violations,
    advice,
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
      // Many courses ask for them without looking whether they are there.
      [names.errorString]: (code) => ask('errorString', String(code ?? error)),
      [names.diagnostic]: (code) => ask('diagnostic', String(code ?? error)),
    },
  };
}
