/** What came of a play, as lines. Pure. */
import { counted } from '../pipeline/counted.ts';
import { endWords, isRefused, placeWords, recordWords, resumeWords, visitNames } from './play-words.ts';
import type { LoadedType, Played, PlayedLaunch } from './played.ts';
import { kilobytes } from './size-words.ts';

export function playLines({ browser, isSandboxed, launches, leftOut }: Played): string[] {
  return [
    `Played in ${browser}${isSandboxed ? '' : ', without a sandbox'}; no other host could be reached:`,
    ...launches.flatMap(launchLines),
    ...(leftOut.length > 0 ? [`  not played: ${leftOut.join(', ')}`] : []),
    '',
  ];
}

function launchLines(launch: PlayedLaunch): string[] {
  const { title, href, sittings, resumes, firstScreen, loaded, accessibility, screensChecked } = launch;
  const broken = accessibility.length;
  return [
    `  ${title || href}${title ? ` (${href})` : ''}`,
    `    speaks to the LMS  ${placeWords(launch)}`,
    ...sittings.map(({ end, steps, screens, calls }, index) => {
      const refused = calls.filter(isRefused).length;
      return `    ${(visitNames[index] ?? 'Visit').toLowerCase().padEnd(17)}  ${counted(steps.length, 'step')}, ${counted(screens, 'screen')}, ${counted(calls.length, 'call')}, ${refused} refused; ${endWords[end]}`;
    }),
    `    resumes            ${resumeWords[resumes]}`,
    `    recorded           ${
      recordWords(launch)
        .map(({ name, value }) => `${name} ${value}`)
        .join(', ') || 'nothing'
    }`,
    `    first screen       ${loadedWords(firstScreen)}`,
    `    in all visits      ${loadedWords(loaded)}`,
    `    axe                ${broken === 0 ? 'nothing' : `${counted(broken, 'rule')} broken`} on ${counted(screensChecked, 'screen')}`,
  ];
}

function loadedWords(types: readonly LoadedType[]): string {
  const all = types.reduce((sum, { bytes }) => sum + bytes, 0);
  const each = types.slice(0, 3).map(({ type, bytes }) => `${type} ${kilobytes(bytes)}`);
  return `${kilobytes(all)} kB${each.length > 0 ? ` (${each.join(', ')})` : ''}`;
}
