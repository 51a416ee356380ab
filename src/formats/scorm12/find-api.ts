/** The API object of SCORM 1.2 (run-time environment 3.3.1): in this window, its parents, its opener and theirs. */

export interface Scorm12Api {
  LMSInitialize(empty: ''): string;
  LMSFinish(empty: ''): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(empty: ''): string;
  LMSGetLastError(): string;
}

/** A window as far as the search is concerned. */
export interface ApiWindow {
  readonly API?: Scorm12Api;
  readonly parent?: ApiWindow | null;
  readonly opener?: ApiWindow | null;
}

// LMSs nest frames a few levels deep; the bound only keeps a window that is its own ancestor from turning us in circles.
const deepest = 50;

/** The nearest API, or null. Windows of another origin throw on access: they are passed over, not given up on. */
export function findApi(start: ApiWindow): Scorm12Api | null {
  const found = searchUp(start);
  if (found) return found;
  let top: ApiWindow | null = start;
  for (let step = 0; step < deepest && top; step++) {
    const opener: ApiWindow | null = read(top, 'opener');
    const foundThere = opener && opener !== top ? searchUp(opener) : null;
    if (foundThere) return foundThere;
    top = parentOf(top);
  }
  return null;
}

function searchUp(start: ApiWindow): Scorm12Api | null {
  let window: ApiWindow | null = start;
  for (let step = 0; step < deepest && window; step++) {
    const api: Scorm12Api | null = read(window, 'API');
    if (api) return api;
    window = parentOf(window);
  }
  return null;
}

function parentOf(window: ApiWindow): ApiWindow | null {
  const parent = read(window, 'parent');
  return parent === window ? null : parent;
}

function read<Name extends keyof ApiWindow>(
  window: ApiWindow,
  name: Name,
): NonNullable<ApiWindow[Name]> | null {
  try {
    return window[name] ?? null;
  } catch {
    return null;
  }
}
