/** Inspects a package of any tool: what it is, what is wrong with it, and what each LMS will say. */
import { checkFiles } from './check-files.ts';
import { findHosts, hostFindings } from './check-hosts.ts';
import { checkXml } from './check-xml.ts';
import { checkZip } from './check-zip.ts';
import type { Described, Finding } from './finding.ts';
import { type Survey, type SurveyedFile, surveyZip } from './open-zip.ts';
import type { Played } from './played.ts';
import { type FoundManifest, findManifests, manifestPlace, readManifest } from './read-manifest.ts';
import { type Verdict, verdicts } from './verdicts.ts';

export interface Inspection {
  /** The zip as it was named. */
  readonly name: string;
  /** Bytes of the zip. */
  readonly bytes: number;
  /** Bytes unpacked, as the zip says. */
  readonly unpacked: number;
  readonly files: number;
  /** The ten that weigh most in the zip. */
  readonly heaviest: readonly { readonly path: string; readonly size: number; readonly packed: number }[];
  readonly manifest: FoundManifest | null;
  /** null where there is no manifest that can be read. */
  readonly described: Described | null;
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
  /** What came of playing it; null where it was not played. */
  readonly play: Played | null;
}

/** Moodle, TalentLMS and servers in front of them take uploads up to about here unless set otherwise. */
const heavyUpload = 100_000_000;

/**
 * @param path the zip on disk
 * @param name as the user named it
 * @throws UnreadableZip for what is no zip, or lists more files than are read
 */
export async function inspectPackage(path: string, name = path): Promise<Inspection> {
  const survey = await surveyZip(path);
  try {
    const [manifest] = findManifests(survey.files.map((file) => file.path));
    const findings = [...checkZip(survey), ...manifestPlace(manifest), ...weightFindings(survey)];
    const isDangerous = findings.some(({ kind }) => kind === 'bomb');
    const content = manifest && !isDangerous ? await survey.read(manifest.path) : null;
    if (manifest && !content)
      findings.push({
        ...{ severity: 'error', kind: 'manifest', path: manifest.path },
        message: `"${manifest.path}" cannot be read.`,
        hint: isDangerous ? 'Nothing was unpacked.' : 'It is damaged, encrypted or too large.',
      });
    const described = manifest && content ? readManifest(manifest, content) : null;
    if (manifest && content && described)
      findings.push(...described.findings, ...(await contentFindings(survey, manifest, content, described)));
    return {
      ...{ name, bytes: survey.bytes, files: survey.files.length },
      unpacked: survey.files.reduce((sum, { size }) => sum + size, 0),
      heaviest: [...survey.files]
        .sort(heavier)
        .slice(0, 10)
        .map(({ path, size, packed }) => ({ path, size, packed })),
      ...{ manifest: manifest ?? null, described, play: null },
      ...judged(described, findings),
    };
  } finally {
    survey.close();
  }
}

/** Findings with the worst first, and what each LMS says to them. */
export function judged(
  described: Described | null,
  findings: readonly Finding[],
): Pick<Inspection, 'findings' | 'verdicts'> {
  const order = ['error', 'warning', 'note'];
  const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return { findings: sorted, verdicts: verdicts(described, sorted) };
}

async function contentFindings(
  survey: Survey,
  manifest: FoundManifest,
  content: Uint8Array,
  described: Described,
): Promise<Finding[]> {
  const own = survey.files.filter(({ path }) => path.startsWith(manifest.root));
  const paths = own.map(({ path }) => path.slice(manifest.root.length));
  const text = new TextDecoder().decode(content);
  return [
    ...(await checkXml(manifest.path, text, described)),
    ...checkFiles(described, paths, manifest.path.slice(manifest.root.length)),
    ...hostFindings(await findHosts(survey)),
  ];
}

function weightFindings({ bytes }: Survey): Finding[] {
  if (bytes <= heavyUpload) return [];
  return [
    {
      ...{ severity: 'warning', kind: 'weight' },
      message: `it weighs ${Math.round(bytes / 1_000_000)} MB.`,
      hint: 'Many LMSs take uploads up to 100 MB unless set otherwise.',
    },
  ];
}

function heavier(a: SurveyedFile, b: SurveyedFile): number {
  return b.packed - a.packed;
}
