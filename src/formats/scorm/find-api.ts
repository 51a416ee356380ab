/** Where an LMS puts its API object (SCORM 1.2 run-time environment 3.3.1, SCORM 2004 3.3.1): in this window, its parents, its opener and theirs. */

/** A window as far as the search is concerned. */
export interface ApiWindow {
  /** SCORM 1.2. */
  readonly API?: unknown;
  /** SCORM 2004. */
  readonly API_1484_11?: unknown;
  readonly parent?: ApiWindow | null;
  readonly opener?: ApiWindow | null;
}

type ApiName = 'API' | 'API_1484_11';

// LMSs nest frames a few levels deep; the bound only keeps a window that is its own ancestor from turning us in circles.
const deepest = 50;

/** The nearest API, or null. Windows of another origin throw on access: they are passed over, not given up on. */
export function findApi<Api>(start: ApiWindow, name: ApiName): Api | null {
  const found = searchUp(start, name);
  if (found) return found as Api;
  let top: ApiWindow | null = start;
  for (let step = 0; step < deepest && top; step++) {
    const opener: ApiWindow | null = read(top, 'opener');
    const foundThere = opener && opener !== top ? searchUp(opener, name) : null;
    if (foundThere) return foundThere as Api;
    top = parentOf(top);
  }
  return null;
}

function searchUp(start: ApiWindow, name: ApiName): unknown {
  let window: ApiWindow | null = start;
  for (let step = 0; step < deepest && window; step++) {
    const api = read(window, name);
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
