/** Calls the API of an LMS, bears whatever comes back, and knows what the LMS holds. */
import type { Api, Dialect, Write } from './dialect.ts';

/** How often in a row a reading that failed is tried again at once. */
const readings = 3;

export class Caller {
  /** How many writes were taken. */
  taken = 0;
  /** Whether something was taken that was not committed yet. */
  isUncommitted = false;
  /** Whether the LMS has said that the conversation is over. */
  isEnded = false;
  /** Whether a value could not be read that the LMS may hold. */
  isUnread = false;
  readonly #dialect: Dialect;
  readonly #api: Api;
  /** What the LMS holds for certain: not said again. */
  readonly #held = new Map<string, string>();
  #hasThrown = false;

  constructor(dialect: Dialect, api: Api) {
    this.#dialect = dialect;
    this.#api = api;
  }

  begin(): boolean {
    return this.#call(() => this.#api.initialize()) === 'true' || this.#isRunning();
  }

  /** Where the window was loaded anew the LMS may have begun already, and says so with an error. */
  #isRunning(): boolean {
    const { elements, runningErrors } = this.#dialect;
    if (!runningErrors.includes(this.#error())) return false;
    return this.#get(elements.mode) !== '' && this.#error() === '0';
  }

  finish(): boolean {
    return this.#call(() => this.#api.finish()) === 'true';
  }

  /** What the LMS holds; empty where it holds nothing, or does not give it although asked again. */
  read(element: string): string {
    for (let reading = 1; ; reading++) {
      const value = this.#get(element);
      if (value !== '' || !(this.#hasThrown || this.#dialect.unreadErrors.includes(this.#error())))
        return value;
      if (reading < readings) continue;
      this.isUnread = true;
      return '';
    }
  }

  /** Reads it, to be neither said again nor taken back. */
  learn(element: string): string {
    const value = this.read(element);
    this.#held.set(element, value);
    return value;
  }

  readonly holds = (element: string): string => this.#held.get(element) ?? '';

  readonly isNews = ([element, value]: Write): boolean => this.#held.get(element) !== value;

  /** What is news of it, one after the other; false at the first that fails, because those after it may need it. */
  say(writes: readonly Write[]): boolean {
    return writes.filter(this.isNews).every((write) => this.set(write) !== 'failed');
  }

  /** `refused`: saying the same again mends nothing. */
  set([element, value]: Write): 'taken' | 'refused' | 'failed' {
    if (this.#call(() => this.#api.set(element, value)) === 'true') {
      this.#held.set(element, value);
      this.isUncommitted = true;
      this.taken++;
      return 'taken';
    }
    const { finalErrors, endedErrors } = this.#dialect;
    const error = this.#error();
    if (endedErrors.includes(error)) this.isEnded = true;
    return finalErrors.includes(error) ? 'refused' : 'failed';
  }

  /** Where there is anything to commit; false where the LMS does not. */
  commit(): boolean {
    if (!this.isUncommitted) return true;
    if (this.#call(() => this.#api.commit()) !== 'true') return false;
    this.isUncommitted = false;
    return true;
  }

  #get(element: string): string {
    return this.#call(() => this.#api.get(element));
  }

  #error(): string {
    return this.#call(() => this.#api.lastError());
  }

  /** An LMS that throws is one that refused; one that answers with a boolean or null is understood all the same. */
  #call(say: () => unknown): string {
    this.#hasThrown = false;
    try {
      return String(say() ?? '');
    } catch {
      this.#hasThrown = true;
      return '';
    }
  }
}
