/** Finds the manifest of a package and says what it is in the words of no standard. */
import { readCmi5 } from './cmi5-structure.ts';
import type { Described, Finding } from './finding.ts';
import { readScorm } from './scorm-manifest.ts';
import { readTincan } from './tincan-manifest.ts';

/** The manifests that LMSs look for, in the order in which they look. */
const readers = {
  'cmi5.xml': readCmi5,
  'imsmanifest.xml': readScorm,
  'tincan.xml': readTincan,
} as const;

export type ManifestName = keyof typeof readers;
export const manifestNames = Object.keys(readers) as ManifestName[];

export interface FoundManifest {
  /** Where it is in the zip. */
  readonly path: string;
  readonly name: ManifestName;
  /** The folder that it stands in, with a slash at its end; empty for the root. */
  readonly root: string;
}

/** The manifests in a list of files, those nearest to the root first. */
export function findManifests(paths: readonly string[]): FoundManifest[] {
  const names = manifestNames;
  return paths
    .flatMap((path): FoundManifest[] => {
      const root = path.slice(0, path.lastIndexOf('/') + 1);
      const name = names.find((one) => one === path.slice(root.length).toLowerCase());
      return name && !/__MACOSX\//.test(path) ? [{ path, name, root }] : [];
    })
    .sort(
      (a, b) =>
        a.root.split('/').length - b.root.split('/').length || names.indexOf(a.name) - names.indexOf(b.name),
    );
}

/** What stands in the way of finding it: a folder around everything, capitals in its name, nothing at all. */
export function manifestPlace(found: FoundManifest | undefined): Finding[] {
  if (!found)
    return [
      {
        ...{ severity: 'error', kind: 'no-manifest' },
        message: 'there is no imsmanifest.xml, tincan.xml or cmi5.xml in it.',
        hint: 'It is no course package. Was the source packed, or a package within a package?',
      },
    ];
  const findings: Finding[] = [];
  if (found.root !== '')
    findings.push({
      ...{ severity: 'error', kind: 'nested', path: found.path },
      message: `the manifest stands in the folder "${found.root}".`,
      hint: 'It has to be at the root of the zip: pack what is in the folder, not the folder.',
    });
  if (found.path.slice(found.root.length) !== found.name)
    findings.push({
      ...{ severity: 'error', kind: 'manifest', path: found.path },
      message: `the manifest is called "${found.path.slice(found.root.length)}".`,
      hint: `Its name is ${found.name}, in small letters: capitals count on most servers.`,
    });
  return findings;
}

export function readManifest(found: FoundManifest, content: Uint8Array): Described {
  const findings: Finding[] = [];
  const isUtf16 = content[0] === 0xff || content[0] === 0xfe;
  const text = new TextDecoder(isUtf16 ? (content[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', {
    ignoreBOM: true,
  }).decode(content);
  if (isUtf16)
    findings.push({
      ...{ severity: 'warning', kind: 'manifest', path: found.path },
      message: 'the manifest is UTF-16.',
      hint: 'Save it as UTF-8: some LMSs read nothing else.',
    });
  else if (text.startsWith('\uFEFF'))
    findings.push({
      ...{ severity: 'warning', kind: 'manifest', path: found.path },
      message: 'the manifest begins with a byte order mark (BOM).',
      hint: 'Some LMSs take it for text before the XML and refuse it: save it as UTF-8 without BOM.',
    });
  const described = readers[found.name](text.replace(/^\uFEFF/, ''));
  return {
    ...described,
    findings: [...findings, ...described.findings.map((one) => ({ path: found.path, ...one }))],
  };
}
