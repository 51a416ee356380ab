/** Parameters of a launch: LMSs of SCORM put them into the address of the package, or of their own page around it. */

interface Launched {
  readonly location: { readonly search: string };
  readonly parent: Launched;
}

// As for the API: the bound only keeps a window that is its own ancestor from turning us in circles.
const deepest = 50;

/** From the nearest to the farthest, as far as the pages around are of the same origin. */
export function queriesOf(window: Launched): URLSearchParams[] {
  const queries: URLSearchParams[] = [];
  try {
    for (let at = window; queries.length < deepest; at = at.parent) {
      queries.push(new URLSearchParams(at.location.search));
      if (at.parent === at) break;
    }
  } catch {
    // A page of another origin: what stands in its address is not for us.
  }
  return queries;
}
