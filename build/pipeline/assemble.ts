/** Player, pictures, schemas and manifest make a package. Pure. */
import type { Course } from '../../src/course/course.ts';
import type { Format, Manifest } from '../../src/formats/format.ts';
import { type Edition, manifestValues } from './manifest.ts';
import { byPath, type PackageFile, textFile } from './package-file.ts';
import { remembered } from './remembered.ts';
import type { ManifestTemplates } from './template-sources.ts';
import { fillManifest } from './templates.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A manifest and the texts of the templates that it names. */
export interface ManifestSource {
  readonly manifest: Manifest;
  readonly templates: ManifestTemplates;
}

/** @param editions the course in each language of the package; the manifest is in the first */
export function assemble(
  editions: readonly Edition[],
  sources: readonly ManifestSource[],
  player: readonly PackageFile[],
): PackageFile[] {
  const described = sources.reduce<readonly PackageFile[]>(
    (files, source) => withManifest(editions, source, files),
    player,
  );
  return [...described].sort(byPath);
}

/** The files and the manifest that lists them. */
function withManifest(
  editions: readonly Edition[],
  { manifest, templates }: ManifestSource,
  player: readonly PackageFile[],
): PackageFile[] {
  const { metadata } = manifest;
  const fill = (name: keyof ManifestTemplates, files: readonly PackageFile[]) =>
    fillManifest(templates, name, manifestValues(editions, manifest, files));
  const described = metadata?.path
    ? [...player, textFile(metadata.path, `${declaration}${fill('metadata', player)}`)]
    : player;
  const files = [...described].sort(byPath);
  return [...files, { path: manifest.path, content: encoded(fill('manifest', files)) }];
}

/** After most edits it is the same, and need not be deflated again. */
const encoded = remembered((xml) => new TextEncoder().encode(xml), 40);

/** `un-cptm-2-7_en_v2025.1.0_scorm12.zip`, or `…_en_fr_v…` with two languages in it: what an administrator needs to know, in the name. */
export function packageName(course: Course, languages: readonly string[], format: Format): string {
  return `${course.id}_${languages.join('_')}_v${course.version}_${format.name}.zip`;
}
