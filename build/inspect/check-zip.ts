/** What is wrong with a zip before anyone reads its manifest: paths, links, bombs, names, endings. Pure. */
import type { Finding } from './finding.ts';
import type { Survey, SurveyedFile } from './open-zip.ts';

/** Unpacked, more than any LMS takes. */
const mostUnpacked = 4_000_000_000;
/** Text packs to a tenth or twentieth, never to this; zeros do. */
const mostRatio = 200;

/** Endings that servers run or refuse: LMSs and their firewalls turn them away. */
const forbidden =
  /\.(php\d?|phtml|asp|aspx|jsp|jspx|cgi|pl|py|rb|sh|bat|cmd|exe|dll|com|msi|scr|vbs|ps1)$|(^|\/)(\.htaccess|web\.config)$/i;
/** Left by tools and systems. */
const litter = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$|(^|\/)(__MACOSX|\.git|\.svn)\//i;

export function checkZip(survey: Survey): Finding[] {
  const { files, bytes } = survey;
  return [
    ...unsafe(files),
    ...bombs(files, bytes),
    ...names(files),
    ...files
      .filter(({ path }) => forbidden.test(path) && !litter.test(path))
      .map(
        ({ path }): Finding => ({
          ...{ severity: 'error', kind: 'forbidden-ending', path },
          message: `"${path}" has an ending that LMSs refuse.`,
          hint: 'Take the file out: a server could run it, and many LMSs refuse the whole package.',
        }),
      ),
    ...listed(
      files.filter(({ path }) => litter.test(path)).map(({ path }) => path),
      (some) => ({
        ...{ severity: 'warning', kind: 'names' },
        message: `files of a tool or a system lie in the package: ${some}.`,
        hint: 'Pack the folder without them.',
      }),
    ),
  ];
}

function unsafe(files: readonly SurveyedFile[]): Finding[] {
  return files.flatMap(({ path, isLink, isEncrypted }): Finding[] => {
    if (/(^|\/)\.\.(\/|$)/.test(path) || /^(\/|[a-z]:)/i.test(path) || path.includes('\u0000'))
      return [
        {
          ...{ severity: 'error', kind: 'unsafe', path },
          message: `"${path}" leads out of the folder where the package is unpacked.`,
          hint: 'Do not upload it: a careless server would overwrite its own files.',
        },
      ];
    if (isLink)
      return [
        {
          ...{ severity: 'error', kind: 'unsafe', path },
          message: `"${path}" is a link.`,
          hint: 'Do not upload it: unpacked it leads to files of the server. Pack files, not links.',
        },
      ];
    if (!isEncrypted) return [];
    return [
      {
        ...{ severity: 'error', kind: 'encrypted', path },
        message: `"${path}" is encrypted.`,
        hint: 'No LMS asks for a password: pack it without one.',
      },
    ];
  });
}

function bombs(files: readonly SurveyedFile[], bytes: number): Finding[] {
  const unpacked = files.reduce((sum, { size }) => sum + size, 0);
  const swollen = files.find(
    ({ size, packed }) => size > 10_000_000 && size / Math.max(packed, 1) > mostRatio,
  );
  if (unpacked <= mostUnpacked && !swollen) return [];
  return [
    {
      ...{ severity: 'error', kind: 'bomb', ...(swollen && { path: swollen.path }) },
      message: swollen
        ? `"${swollen.path}" unpacks from ${swollen.packed} to ${swollen.size} bytes.`
        : `the package unpacks from ${bytes} to ${unpacked} bytes.`,
      hint: 'That fills the disk of a server; it was not unpacked here.',
    },
  ];
}

function names(files: readonly SurveyedFile[]): Finding[] {
  const seen = new Map<string, string>();
  const same: string[] = [];
  for (const { path } of files) {
    const before = seen.get(path.toLowerCase());
    if (before !== undefined) same.push(before === path ? `"${path}" twice` : `"${before}" and "${path}"`);
    seen.set(path.toLowerCase(), path);
  }
  const shown = (list: readonly SurveyedFile[]) => list.map(({ path }) => path);
  return [
    ...listed(same, (some) => ({
      ...{ severity: 'warning', kind: 'names' },
      message: `files share a name: ${some}.`,
      hint: 'On many servers capitals do not count, and one overwrites the other.',
    })),
    ...listed(shown(files.filter((file) => file.hasBackslashes)), (some) => ({
      ...{ severity: 'error', kind: 'names' },
      message: `paths are written with backslashes: ${some}.`,
      hint: 'Some LMSs take them for names with a backslash in it: pack with a tool that writes forward slashes.',
    })),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins there
    ...listed(shown(files.filter(({ path }) => /[^\u0000-\u007F]/.test(path))), (some) => ({
      ...{ severity: 'warning', kind: 'names' },
      message: `names hold letters beyond ASCII: ${some}.`,
      hint: 'Some servers store them in another encoding and then do not find them.',
    })),
    ...listed(shown(files.filter(({ path }) => path.length > 200)), (some) => ({
      ...{ severity: 'warning', kind: 'names' },
      message: `paths are longer than 200 characters: ${some}.`,
      hint: 'Windows servers cannot store them below their own folder.',
    })),
  ];
}

/** One finding for many files: the first three are named. */
export function listed(
  paths: readonly string[],
  finding: (some: string) => Omit<Finding, 'path'>,
): Finding[] {
  if (paths.length === 0) return [];
  const some = `${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ` and ${paths.length - 3} more` : ''}`;
  return [{ ...finding(some), ...(paths[0] !== undefined && { path: paths[0] }) }];
}
