/** What came of a play, as the report shows it. Pure. */
import {
  callWords,
  endWords,
  isRefused,
  placeWords,
  recordWords,
  resumeWords,
  visitNames,
} from './play-words.ts';
import type { Played, PlayedLaunch } from './played.ts';

/** A course may call its LMS thousands of times: the report shows the first of each visit. */
const mostCalls = 300;

export function playView({ browser, isSandboxed, launches, leftOut }: Played): object {
  return { browser, isSandboxed, leftOut: leftOut.join(', '), launches: launches.map(launchView) };
}

function launchView(launch: PlayedLaunch): object {
  const { title, href, sittings, resumes, firstScreen, loaded, accessibility, screensChecked } = launch;
  const sum = (types: PlayedLaunch['loaded']) => types.reduce((all, { bytes }) => all + bytes, 0);
  const startOf = (type: string) => firstScreen.find((one) => one.type === type)?.bytes ?? 0;
  return {
    ...{ title: title || href, href, accessibility, screensChecked, statements: launch.statements },
    facts: [
      { name: 'Speaks to the LMS', value: placeWords(launch) },
      { name: 'Resumes', value: resumeWords[resumes] },
      ...recordWords(launch).map(({ name, value }) => ({ name: `Recorded: ${name}`, value })),
    ],
    loaded: loaded.map((one) => ({ ...one, atStart: startOf(one.type) })),
    ...{ startBytes: sum(firstScreen), allBytes: sum(loaded) },
    visits: sittings.map(({ end, seconds, steps, screens, calls }, index) => ({
      ...{ name: visitNames[index] ?? 'Visit', end: endWords[end], seconds, screens },
      ...{ stepCount: steps.length, steps, callCount: calls.length },
      refused: calls.filter(isRefused).length,
      calls: calls.slice(0, mostCalls).map((call) => ({ ...callWords(call), isRefused: isRefused(call) })),
      left: Math.max(0, calls.length - mostCalls),
    })),
  };
}
