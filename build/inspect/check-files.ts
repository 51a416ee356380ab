/** Whether what the manifest speaks of is in the zip, and the other way round. Pure. */
import { listed } from './check-zip.ts';
import type { Described, Finding } from './finding.ts';

/** @param paths files of the package, relative to its manifest */
export function checkFiles(described: Described, paths: readonly string[], manifest: string): Finding[] {
  const there = new Set(paths);
  const lower = new Map(paths.map((path) => [path.toLowerCase(), path]));
  return [
    ...described.launches.flatMap(({ path, href, title }): Finding[] => {
      if (path === null)
        return [
          {
            ...{ severity: 'warning', kind: 'launch' },
            message: `"${title || href}" is launched from the web: ${href}.`,
            hint: 'The LMS’s page and that host are not one origin: SCORM cannot find its API there.',
          },
        ];
      if (href === '' || there.has(path)) return [];
      const other = lower.get(path.toLowerCase());
      return [
        {
          ...{ severity: 'error', kind: 'launch', path },
          message: other
            ? `the launch file "${path}" is called "${other}" in the zip.`
            : `the launch file "${path}" is not in the zip.`,
          hint: other
            ? 'Capitals count on most servers: the course does not start there.'
            : 'The course does not start: Moodle takes such a package and fails when it is opened.',
        },
      ];
    }),
    ...unlisted(described, paths, manifest),
    ...listed(
      [...new Set(described.listed ?? [])].filter(
        (path) => path !== '' && !there.has(path) && !described.launches.some((one) => one.path === path),
      ),
      (some) => ({
        ...{ severity: 'error', kind: 'missing-file' },
        message: `the manifest lists files that are not in the zip: ${some}.`,
        hint: 'Strict LMSs refuse it; in others something is not shown.',
      }),
    ),
  ];
}

function unlisted(
  { listed: named, standard }: Described,
  paths: readonly string[],
  manifest: string,
): Finding[] {
  if (named === null) return [];
  const known = new Set(named);
  const own = paths.filter(
    (path) =>
      !known.has(path) &&
      path !== manifest &&
      !/\.(xsd|dtd)$/.test(path) &&
      !/^(__MACOSX\/|tincan\.xml$|cmi5\.xml$)/.test(path),
  );
  return listed(own, (some) => ({
    ...{ severity: 'warning', kind: 'unlisted-file' },
    message: `files are in the zip that the manifest does not list: ${some}.`,
    hint:
      standard === 'scorm12'
        ? 'SCORM 1.2 wants every file listed; LMSs that copy by the list leave these out.'
        : 'LMSs that copy by the list leave these out.',
  }));
}
