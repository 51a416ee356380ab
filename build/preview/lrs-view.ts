/** What an LRS holds of a registration, in the words of an administrator. Pure. */
import { isObject, type JsonObject } from './lrs/checks.ts';
import type { ServedLrs } from './lrs/serve-lrs.ts';
import type { LrsView } from './state.ts';

/** As many of a list are shown, the newest. */
const most = 200;

export function lrsView(
  lrs: Pick<ServedLrs, 'statements' | 'documents' | 'refusals' | 'log'>,
  registration: string,
): LrsView {
  const own = lrs.statements().filter(({ context }) => object(context).registration === registration);
  return {
    report: reportOf(own),
    statements: own.slice(-most).map((statement) => ({
      at: String(statement.timestamp),
      words: inWords(statement),
      json: JSON.stringify(statement, null, 2),
    })),
    documents: Object.entries(lrs.documents())
      .filter(([key]) => key.includes(registration))
      .map(([key, { content }]) => ({ id: key.split('\n').at(-1) ?? key, content })),
    refusals: lrs.refusals.slice(-most),
    requests: lrs.log.slice(-most),
  };
}

function reportOf(statements: readonly JsonObject[]): Record<string, string> {
  const of = (...verbs: readonly string[]) => statements.filter(({ verb }) => verbs.includes(lastWord(verb)));
  const judged = of('passed', 'failed').at(-1);
  const { scaled } = object(object(judged?.result).score);
  const progress = of('progressed').map(({ result }) =>
    Number(Object.values(object(object(result).extensions))[0]),
  );
  const satisfied = of('satisfied').map(({ object: what }) => object(object(what).definition).type);
  const time = of('terminated').reduce((sum, { result }) => sum + secondsIn(object(result).duration), 0);
  return {
    completion: of('completed').length > 0 ? 'completed' : 'not completed',
    success: judged ? lastWord(judged.verb) : 'not judged',
    score: typeof scaled === 'number' ? `${Math.round(scaled * 10_000) / 100} %` : '–',
    progress: of('completed').length > 0 ? '100 %' : `${Math.max(0, ...progress)} %`,
    answers: String(of('answered').length),
    sittings: `${of('initialized').length} begun, ${of('terminated').length} ended`,
    time: `${Math.floor(time / 60)} min ${Math.round(time % 60)} s`,
    ...(statements.some(({ verb }) => lastWord(verb) === 'launched') && {
      course: satisfied.some((type) => String(type).endsWith('/course')) ? 'satisfied' : 'not satisfied',
    }),
  };
}

/** `answered “Which valve?”: b, wrong, 0 of 2`. */
function inWords({ verb, object: what, result }: JsonObject): string {
  const { definition, id } = object(what);
  const [name = String(id).split('/').pop()] = Object.values(object(object(definition).name));
  const { response, success, score, duration, extensions } = object(result);
  const { scaled, raw, max } = object(score);
  const [percent] = Object.values(object(extensions));
  const judged =
    lastWord(verb) === 'answered' && success !== undefined ? (success ? 'right' : 'wrong') : null;
  const said = [
    response === undefined ? null : String(response),
    judged,
    raw !== undefined ? `${raw} of ${max}` : scaled !== undefined ? `${Number(scaled) * 100} %` : null,
    percent === undefined ? null : `${percent} %`,
    duration === undefined ? null : `${secondsIn(duration)} s`,
  ].filter((one) => one !== null);
  return `${lastWord(verb)} “${name}”${said.length > 0 ? `: ${said.join(', ')}` : ''}`;
}

/** Of a duration of hours, minutes and seconds (ISO 8601). */
function secondsIn(duration: unknown): number {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /^PT(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?$/.exec(String(duration)) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

const object = (value: unknown): JsonObject => (isObject(value) ? value : {});

const lastWord = (value: unknown) => String(object(value).id).split('/').pop() ?? '';
