/** What an administrator should know of a play. Pure. */
import { listed } from '../inspect/check-zip.ts';
import type { Finding, PlayFindingKind, Standard } from '../inspect/finding.ts';
import type { Played, PlayedLaunch, PlayedSitting } from '../inspect/played.ts';
import { accessibilityFindings } from './accessibility-findings.ts';
import { conversationFindings } from './conversation-findings.ts';

/** Loaded before the first screen, more than a phone on the road waits for. Bytes. */
const heavyStart = 5_000_000;

export function playFindings({ launches }: Played, standard: Standard): Finding[] {
  return launches.flatMap((launch) => {
    const found = [
      ...startFindings(launch, standard),
      ...conversationFindings(launch, standard),
      ...recordFindings(launch, standard),
      ...pageFindings(launch.sittings),
      ...weightFindings(launch),
      ...accessibilityFindings(launch),
    ];
    const name = launches.length > 1 ? `in "${launch.title || launch.href}" ` : '';
    return found.map((one) => ({ ...one, message: `${name}${one.message}` }));
  });
}

const finding = (
  severity: Finding['severity'],
  kind: PlayFindingKind,
  message: string,
  hint: string,
): Finding => ({ severity, kind, message, hint });

function startFindings({ spokeIn, sittings, isSilent }: PlayedLaunch, standard: Standard): Finding[] {
  if (sittings.some(({ hangs }) => hangs))
    return [
      finding(
        'error',
        'play-start',
        'the page answers no more.',
        'A script never ends, or the page takes all memory.',
      ),
    ];
  if (isSilent || spokeIn === 'frame') return [];
  if (spokeIn === 'window')
    return [
      finding(
        'warning',
        'play-window',
        'it finds its LMS only in a window of its own.',
        'Have the LMS open it in a new window: in a frame nothing is recorded.',
      ),
    ];
  const isScorm = standard === 'scorm12' || standard === 'scorm2004';
  return [
    finding(
      'error',
      'play-start',
      isScorm ? 'it never begins a conversation with the LMS.' : 'it never tells the LRS anything.',
      isScorm
        ? 'Nothing is recorded. Does it look for the API in the windows around it and in its opener?'
        : 'Nothing is recorded. Does it read endpoint and credentials from its address?',
    ),
  ];
}

function recordFindings(
  { spokeIn, sittings, record, resumes, lost }: PlayedLaunch,
  standard: Standard,
): Finding[] {
  if (!spokeIn) return [];
  const found = lost.map((one) =>
    finding(
      'error',
      'play-lost',
      lowered(one),
      'What a learner has reached must not be taken back by a later visit.',
    ),
  );
  const status = record.status ?? record.completion;
  const isScorm = standard === 'scorm12' || standard === 'scorm2004';
  if (isScorm && Object.keys(record).length === 0)
    found.push(
      finding(
        'error',
        'play-lost',
        'it commits nothing in any sitting.',
        'The LMS has nothing to keep: no status, no score, no place.',
      ),
    );
  else if (isScorm && ['', 'unknown', 'not attempted', undefined].includes(status))
    found.push(
      finding(
        'warning',
        'play-status',
        'it tells no status.',
        'LMSs guess then: Moodle records "completed" for whoever closes it, others "not attempted".',
      ),
    );
  const inCrash = [
    ...new Set(sittings.filter(({ end }) => end === 'crash').flatMap(({ unsaved }) => unsaved)),
  ];
  const atClose = [
    ...new Set(sittings.filter(({ end }) => end === 'closed').flatMap(({ unsaved }) => unsaved)),
  ];
  found.push(
    ...listed(inCrash, (some) =>
      finding(
        'warning',
        'play-lost',
        `it sets values and does not commit them: ${some}.`,
        'When the window or the device dies they are lost: commit after each step.',
      ),
    ),
    ...listed(atClose, (some) =>
      finding(
        'error',
        'play-lost',
        `a window that is closed loses what was set: ${some}.`,
        'Commit and end the conversation on pagehide.',
      ),
    ),
  );
  const hasData = Boolean(record['suspend data'] || record.location);
  const isOpen = ['incomplete', 'unknown', 'not attempted', ''].includes(status ?? '');
  if (isScorm && hasData && isOpen && record.exit !== 'suspend')
    found.push(
      finding(
        'warning',
        'play-resume',
        `it keeps data and ends with exit "${record.exit ?? ''}", not "suspend".`,
        'An LMS that goes by the standard begins a new attempt then and gives nothing back.',
      ),
    );
  if (resumes === 'from-the-start')
    found.push(
      finding(
        'warning',
        'play-resume',
        'opened again after a crash it begins anew.',
        'Learners who are interrupted start over.',
      ),
    );
  if (resumes === 'data-only')
    found.push(
      finding(
        'note',
        'play-resume',
        'opened again it gets its data back and shows another screen than before.',
        'Look whether learners find their place.',
      ),
    );
  return found.map(({ path: _, ...one }) => one);
}

const lowered = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** What happens in the page, whatever the LMS. */
function pageFindings(sittings: readonly PlayedSitting[]): Finding[] {
  const all = <Value>(of: (sitting: PlayedSitting) => readonly Value[]) => [...new Set(sittings.flatMap(of))];
  const hosts = new Map<string, Set<string>>();
  for (const { host, type } of sittings.flatMap((one) => one.hosts))
    hosts.set(host, (hosts.get(host) ?? new Set()).add(type));
  const away = sittings.find(({ awayTo }) => awayTo !== null)?.awayTo;
  // The browser tells of each file that did not come: these are told with the files and hosts.
  const complaints = all(({ console }) => console).filter(
    (one) => !/^Failed to load resource|net::ERR_/.test(one),
  );
  return [
    ...(away
      ? [
          finding(
            'error',
            'play-window',
            `it sends the window of the LMS to ${withoutOwnHost(away)}.`,
            'The LMS is gone then, and with it what was not committed.',
          ),
        ]
      : []),
    ...listed(
      [...hosts].map(([host, types]) => `${host} (${[...types].join(', ')})`),
      (some) => ({
        ...{ severity: 'warning', kind: 'hosts', message: `it calls other hosts: ${some}.` },
        hint: 'It was kept from them here. It does not work where they cannot be reached, and tells them who learns.',
      }),
    ),
    ...listed(
      all(({ missing }) => missing),
      (some) =>
        finding(
          'warning',
          'play-missing',
          `it asks for files that are not in the package: ${some}.`,
          'Something is not shown, or does not work.',
        ),
    ),
    ...listed(
      all(({ errors }) => errors),
      (some) =>
        finding(
          'warning',
          'play-script',
          `its scripts fail: ${some}.`,
          'No script caught these errors: something does not work.',
        ),
    ),
    ...listed(complaints, (some) =>
      finding(
        'note',
        'play-script',
        `it complains in the console: ${some}.`,
        'Often harmless; its maker knows.',
      ),
    ),
    ...listed(
      all(({ dialogs }) => dialogs),
      (some) =>
        finding(
          'note',
          'play-dialog',
          `it shows dialogs of the browser: ${some}.`,
          'They stop everything until they are answered, and cannot be translated.',
        ),
    ),
    ...listed(all(({ windows }) => windows).map(withoutOwnHost), (some) =>
      finding(
        'note',
        'play-window',
        `it opens windows of its own: ${some}.`,
        'Blockers of pop-ups keep them from opening.',
      ),
    ),
  ].map(({ path: _, ...one }: Finding) => one);
}

const withoutOwnHost = (url: string) => url.replace(/^http:\/\/127\.0\.0\.1:\d+\/(content\/)?/, '');

function weightFindings({ firstScreen }: PlayedLaunch): Finding[] {
  const bytes = firstScreen.reduce((sum, one) => sum + one.bytes, 0);
  if (bytes <= heavyStart) return [];
  return [
    {
      ...{ severity: 'warning', kind: 'weight' },
      message: `it loads ${(bytes / 1_000_000).toFixed(1)} MB before its first screen.`,
      hint: 'On a phone on the road that takes a minute.',
    },
  ];
}
