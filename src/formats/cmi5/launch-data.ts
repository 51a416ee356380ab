/** What the LMS says of a session in `LMS.LaunchData` (cmi5 10). Pure. */
import { type Activity, type Context, distinct } from '../xapi/statement.ts';

export interface LaunchData {
  readonly contextTemplate: Context;
  readonly launchMode: 'Normal' | 'Browse' | 'Review';
  /** 0 to 1; null where the course structure has none. */
  readonly masteryScore: number | null;
  readonly returnUrl: string | null;
}

/** Null where it is not what cmi5 says. */
export function launchDataIn(value: unknown): LaunchData | null {
  if (typeof value !== 'object' || value === null) return null;
  const { contextTemplate, launchMode, masteryScore, returnURL } = value as Readonly<Record<string, unknown>>;
  if (typeof contextTemplate !== 'object' || contextTemplate === null) return null;
  return {
    contextTemplate: contextTemplate as Context,
    launchMode: launchMode === 'Browse' || launchMode === 'Review' ? launchMode : 'Normal',
    masteryScore: typeof masteryScore === 'number' ? masteryScore : null,
    returnUrl: typeof returnURL === 'string' && /^https?:\/\//.test(returnURL) ? returnURL : null,
  };
}

/** A context with all that the template asks for: nothing of the template is overwritten (cmi5 10.2.1). */
export function withTemplate(context: Context, template: Context): Context {
  const lists = { ...context.contextActivities };
  for (const [list, activities] of Object.entries(template.contextActivities ?? {}))
    lists[list] = distinct([...listed(activities), ...(lists[list] ?? [])]);
  return {
    ...context,
    ...template,
    contextActivities: lists,
    extensions: { ...context.extensions, ...template.extensions },
  };
}

/** A single activity may stand for a list of one (xAPI Data 2.4.6.2). */
const listed = (value: readonly Activity[] | Activity): readonly Activity[] =>
  Array.isArray(value) ? value : [value as Activity];
