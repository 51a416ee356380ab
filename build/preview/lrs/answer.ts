/** What the LRS is asked and what it answers, apart from HTTP. */

export interface LrsRequest {
  readonly method: string;
  /** Below the endpoint: `statements`, `activities/state`. */
  readonly resource: string;
  readonly query: URLSearchParams;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The LRS says no. `requirement` is the number of the requirement of cmi5 that was broken. */
export class Refusal extends Error {
  readonly status: number;
  readonly requirement: string | null;
  constructor(status: number, message: string, requirement: string | null = null) {
    super(requirement ? `${message} (cmi5 ${requirement})` : message);
    this.status = status;
    this.requirement = requirement;
  }
}

export function json(value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  };
}

/** A body that has to be JSON; what is not is refused. */
export function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, 'The body is not JSON.');
  }
}
