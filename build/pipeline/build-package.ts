/** From a course folder to the files of a package. Reads like a table of contents. */
import type { Ledger } from '../../src/course/ledger.ts';
import type { Problem } from '../../src/course/problem.ts';
import type { Format, Manifest } from '../../src/formats/format.ts';
import { localeFor, locales } from '../../src/locales/index.ts';
import { type ToolWords, toolWords } from '../../src/locales/word.ts';
import { type Cache, noCache } from '../cache/cache.ts';
import { courseActivities, iriProblems, lrsBesides } from './activities.ts';
import { assemble, type ManifestSource, packageName } from './assemble.ts';
import { assets, shownPictures } from './assets.ts';
import { bookmarkProblems, longestBookmark } from './bookmark-room.ts';
import { bundlePlayer, type PlayerBundle } from './bundle.ts';
import { ownViews } from './course-types.ts';
import { doorsOf, learnerDocuments } from './learner-documents.ts';
import { type Lightened, lightenPictures } from './lighten-pictures.ts';
import { type Launched, launchesOf } from './manifest.ts';
import { ownFaults } from './own-faults.ts';
import type { PackageFile } from './package-file.ts';
import { parseCourse } from './parse-course.ts';
import { playerConstants } from './player-constants.ts';
import type { CourseFolder } from './read-course.ts';
import { type DrawnCourse, drawCourse, renderCourse, renderDoor } from './render-course.ts';
import { schemaFiles } from './schema-files.ts';
import { scosOf, wholeCourse } from './scos.ts';
import type { ShownFiles } from './smaller-pictures.ts';
import { readManifestTemplates, readTemplates } from './template-sources.ts';
import { courseTheme } from './theme/course-theme.ts';
import { paperColours, themeStyle } from './theme/theme-style.ts';
import { packagedLanguages, type Version, versionsOf } from './translation/versions.ts';
import { usedTypes } from './used-types.ts';
import { webApp } from './web-app.ts';

export type BuiltPackage =
  | {
      readonly ok: true;
      readonly name: string;
      readonly files: readonly PackageFile[];
      /** In the order of the course. */
      readonly launches: readonly Launched[];
      /** Warnings. */
      readonly problems: readonly Problem[];
      /** Characters of the longest bookmark that a learner can come to. */
      readonly longestBookmark: number;
      /** Bytes that its pictures take less than in the course folder. */
      readonly saved: number;
      /** The ledger of the course with all that this version has added. */
      readonly ledger: Ledger;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * A course with mistakes gives its problems and nothing else: nothing is half-built.
 * @param languages of the package; as the course says when left out
 * @param cache     takes and gives the scripts and styles that were bundled before
 */
export async function buildPackage(
  folder: CourseFolder,
  format: Format,
  languages?: readonly string[],
  cache: Cache = noCache,
): Promise<BuiltPackage> {
  const own = parseCourse(folder, []);
  const wanted = languages ?? (own.ok ? packagedLanguages(own.course)[0] : []) ?? [];
  const parsed = parseCourse(folder, wanted);
  if (!parsed.ok) return parsed;
  const [first, ...others] = versionsOf(parsed, wanted, folder.files);
  if (!first) throw new Error('A package is in one language at least.');
  const versions = [first, ...others] as const;
  const editions = versions.map((version) => ({ course: version.course, scos: scosOf(version, format) }));
  const scos = editions.flatMap((edition) => edition.scos);
  const problems = [
    ...parsed.problems,
    ...iriProblems(parsed.course, format, parsed.locate),
    ...inOneLanguage(bookmarkProblems(scos, format, parsed.locate)),
  ];
  if (problems.some((problem) => problem.severity === 'error')) return { ok: false, problems };

  try {
    // The bundler is a process of its own: it works while pages are drawn and pictures are made lighter.
    const [bundle, { pictures, drawn }] = await Promise.all([
      bundleFor(versions, format, folder, cache),
      packedPictures(versions, folder).then(async (pictures) => {
        return { pictures, drawn: await drawAll(versions, format, folder, pictures) };
      }),
    ]);
    const player = await makePlayer(versions, format, pictures, drawn, bundle);
    return {
      ok: true,
      name: packageName(
        parsed.course,
        versions.map(({ course }) => course.language),
        format,
      ),
      files: assemble(editions, format.manifests.map(manifestSource), [...player, ...schemaFiles(format)]),
      launches: launchesOf(parsed.course, editions[0]?.scos ?? []),
      problems,
      saved: pictures.saved,
      longestBookmark: Math.max(...scos.map(({ outline }) => longestBookmark(outline))),
      ledger: wholeCourse(parsed).outline.ledger,
    };
  } catch (error) {
    const faults = ownFaults(error, folder);
    if (!faults) throw error;
    return { ok: false, problems: faults };
  }
}

/** The files of the course folder, with its pictures as the course wants them packed. */
async function packedPictures(versions: readonly Version[], { files }: CourseFolder): Promise<Lightened> {
  if (versions.some(({ course }) => course.pictures === 'unchanged'))
    return { files, smaller: new Map(), saved: 0 };
  return lightenPictures(files, shownPictures(versions));
}

/** What outgrows the LMS in one language does in the others: it is told once. */
function inOneLanguage(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.file} ${problem.pointer}`, problem])).values()];
}

/** Scripts and style, the same for all languages. */
function bundleFor(
  [first, ...others]: readonly [Version, ...Version[]],
  format: Format,
  folder: CourseFolder,
  cache: Cache,
): Promise<PlayerBundle> {
  const used = usedTypes(first);
  const theme = courseTheme(first.course);
  const look = {
    screen: themeStyle(theme, 'screen', (path) => path),
    certificate: paperColours(theme, '.certificate'),
  };
  const lrs = lrsBesides(first.course, format);
  return bundlePlayer(
    used,
    playerConstants(first.course, used, format, others.length > 0),
    toolWordsOf([first, ...others]),
    // Titles and questions are in the scripts of those who make statements: no other is bundled anew when one changes.
    format.needsIri || lrs ? courseActivities(first, lrs) : null,
    format,
    folder,
    look,
    cache,
  );
}

interface Drawn {
  readonly courses: readonly DrawnCourse[];
  readonly doors: readonly PackageFile[];
}

async function drawAll(
  versions: readonly [Version, ...Version[]],
  format: Format,
  folder: CourseFolder,
  shown: ShownFiles,
): Promise<Drawn> {
  const views = new Map([...readTemplates('certificate'), ...ownViews(folder)]);
  const isTold = lrsBesides(versions[0].course, format) !== null;
  const speaking = { ...format, connects: format.connects || isTold };
  return {
    courses: await Promise.all(
      learnerDocuments(versions, format).map((document) => drawCourse(document, speaking, views, shown)),
    ),
    doors: doorsOf(versions, format).map(({ sco, languages }) => renderDoor(sco, languages, speaking, views)),
  };
}

/** Documents with their style, scripts, and the files that the course names. */
async function makePlayer(
  versions: readonly [Version, ...Version[]],
  format: Format,
  shown: ShownFiles,
  { courses, doors }: Drawn,
  player: PlayerBundle,
): Promise<PackageFile[]> {
  const files = [
    ...courses.map((drawn) => renderCourse(drawn, player)),
    ...doors,
    ...player.scripts,
    ...player.tools,
    ...distinct(versions.flatMap((version) => assets(version, shown))),
  ];
  return format.installs ? webApp(versions[0].course, files) : files;
}

/** What the tools say, by the language of each version. */
function toolWordsOf(versions: readonly Version[]): ToolWords {
  return Object.fromEntries(
    versions.map(({ course: { language } }) => [language, toolWords(locales[localeFor(language)])]),
  );
}

/** Versions share most of their files. */
function distinct(files: readonly PackageFile[]): PackageFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

function manifestSource(manifest: Manifest): ManifestSource {
  return { manifest, templates: readManifestTemplates(manifest) };
}
