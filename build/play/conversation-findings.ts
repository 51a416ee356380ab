/** What was illegal or unwise in the conversation of a package with its LMS. Pure. */
import { listed } from '../inspect/check-zip.ts';
import type { Finding, Standard } from '../inspect/finding.ts';
import type { PlayedLaunch } from '../inspect/played.ts';

/** As the strict layer says that a call came at the wrong time. */
const untimely = /^(\w+) while (new|running|over)$/;
const when = {
  new: 'before it begins the conversation',
  running: 'twice',
  over: 'after the end of the conversation',
};

export function conversationFindings(launch: PlayedLaunch, standard: Standard): Finding[] {
  const { spokeIn, sittings } = launch;
  const calls = sittings.flatMap((one) => one.calls);
  const refusals = calls.flatMap(({ refusal }) => refusal ?? []);
  const timely = refusals.filter((one) => !untimely.test(one));
  // What a later sitting takes back is told as lost.
  const advice = sittings.flatMap((one, index) =>
    one.calls.flatMap((call) =>
      index > 0 && / goes from /.test(call.advice ?? '') ? [] : (call.advice ?? []),
    ),
  );
  const found: Finding[] = [
    ...listed(counted(refusals.flatMap((one) => outOfTime(one) ?? [])), (some) => ({
      ...{ severity: 'error', kind: 'play-conversation', message: `it calls at the wrong time: ${some}.` },
      hint: 'The LMS answers "false" and records nothing of it.',
    })),
    ...listed(counted(timely), (some) => ({
      ...{ severity: 'error', kind: 'play-illegal', message: `it says what its standard forbids: ${some}.` },
      hint: 'A strict LMS refuses it, and does not record it.',
    })),
    ...listed(counted(advice), (some) => ({
      ...{ severity: 'warning', kind: 'play-unwise', message: `it says what is legal and unwise: ${some}.` },
      hint: 'Some LMSs refuse it, or learners lose by it.',
    })),
  ];
  const isClosed = sittings.some(({ end }) => end === 'closed');
  if (spokeIn && isClosed && standard !== 'xapi' && !isEnded(launch, standard))
    found.push({
      ...{ severity: 'warning', kind: 'play-finish' },
      message:
        standard === 'cmi5'
          ? 'it never says "terminated", not even when its window is closed.'
          : 'it never ends the conversation, not even when its window is closed.',
      hint: 'The time of the sitting is not counted, and some LMSs keep the attempt open.',
    });
  return found.map(({ path: _, ...one }) => one);
}

function isEnded({ sittings, statements }: PlayedLaunch, standard: Standard): boolean {
  if (standard === 'cmi5') return statements.some(({ verb }) => verb === 'terminated');
  return sittings.some(({ calls }) =>
    calls.some(({ name, result }) => /(Finish|Terminate)$/.test(name) && result === 'true'),
  );
}

function outOfTime(refusal: string): string | null {
  const [, call, state] = untimely.exec(refusal) ?? [];
  return call ? `${call} ${when[state as keyof typeof when]}` : null;
}

/** The same thing once, with how often it was said. */
function counted(things: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const one of things) times.set(one, (times.get(one) ?? 0) + 1);
  return [...times].map(([one, count]) => (count > 1 ? `${one} (${count} times)` : one));
}
