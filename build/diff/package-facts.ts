/** What is known of a package, wherever it lies: what it tells an LMS, and the documents that learners open. */
import type { Format } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import type { Described } from '../inspect/finding.ts';
import { manifestNames, readManifest } from '../inspect/read-manifest.ts';
import { type CourseDocument, readDocument } from './course-document.ts';

/** The files of a package, in a zip or in memory. */
export interface PackageSource {
  /** As the user named it. */
  readonly name: string;
  /** Bytes of the zip. */
  readonly bytes: number;
  /** Bytes of each file, by path. */
  readonly sizes: ReadonlyMap<string, number>;
  read(path: string): Promise<Uint8Array>;
}

/** What a manifest tells an LMS, and where it lies. */
export interface ManifestFacts extends Described {
  readonly path: string;
}

export interface PackageFacts extends Pick<PackageSource, 'name' | 'bytes' | 'sizes'> {
  readonly format: Format;
  readonly manifests: readonly ManifestFacts[];
  /** At least one. */
  readonly documents: readonly CourseDocument[];
}

/** A zip of which nobody can tell what its learners keep. The message is a sentence for whoever named it. */
export class NotComparable extends Error {}

/** @throws NotComparable for a package that was not made by Coursewright */
export async function packageFacts(source: PackageSource): Promise<PackageFacts> {
  const { name, bytes, sizes } = source;
  const text = async (path: string) => new TextDecoder().decode(await source.read(path));
  const names = manifestNames.filter((path) => sizes.has(path));
  const manifests = await Promise.all(
    names.map(async (path) => ({
      path,
      ...readManifest({ path, name: path, root: '' }, await source.read(path)),
    })),
  );
  const documents: CourseDocument[] = [];
  for (const path of launchedBy(manifests)) {
    const document = sizes.has(path) ? readDocument(path, await text(path)) : null;
    if (!document)
      throw new NotComparable(
        `"${name}" was not made by this Coursewright, and only it knows what its learners keep. ` +
          '"inspect" tells what an LMS sees in any package.',
      );
    documents.push(document);
  }
  return { name, bytes, sizes, format: formatOf(name, manifests), manifests, documents };
}

/** Files that an LMS opens; the whole course where there is no manifest. */
function launchedBy(manifests: readonly ManifestFacts[]): string[] {
  const paths = manifests.flatMap(({ launches }) => launches.map(({ path, href }) => path ?? href));
  return paths.length > 0 ? [...new Set(paths)] : ['index.html'];
}

/** The format with these manifests, in these editions. */
function formatOf(name: string, manifests: readonly ManifestFacts[]): Format {
  const said = manifests.map(({ path, version }) => `${path} ${version}`).sort();
  const found = Object.values<Format>(formats).find((format) => {
    const own = format.manifests.map(
      ({ path, edition }) => `${path} ${edition?.version ?? (path === 'imsmanifest.xml' ? '1.2' : '')}`,
    );
    return own.sort().join() === said.join();
  });
  if (!found) throw new NotComparable(`"${name}" is in no format of this Coursewright: ${said.join(', ')}.`);
  return found;
}
