/** Player, pictures, schemas and manifest make a package. Pure. */
import type { Course } from '../../src/course/course.ts';
import type { CourseOutline } from '../../src/course/outline.ts';
import type { Format } from '../../src/formats/format.ts';
import { manifestValues } from './manifest.ts';
import { byPath, type PackageFile, textFile } from './package-file.ts';
import { fillManifest, type ManifestTemplates } from './templates.ts';

/** @param templates the texts of the templates that the format names */
export function assemble(
  course: Course,
  outline: CourseOutline,
  { manifest }: Pick<Format, 'manifest'>,
  player: readonly PackageFile[],
  templates: ManifestTemplates,
): PackageFile[] {
  const { metadata } = manifest;
  const values = (files: readonly PackageFile[]) => manifestValues(course, outline, { manifest }, files);
  const described = metadata?.path
    ? [...player, textFile(metadata.path, fillManifest(templates, 'metadata', values(player)))]
    : player;
  const files = [...described].sort(byPath);
  return [...files, textFile(manifest.path, fillManifest(templates, 'manifest', values(files)))].sort(byPath);
}

/** `un-cptm-2-7_en_v2025.1.0_scorm12.zip`: what an administrator needs to know, in the name. */
export function packageName(course: Course, format: Format): string {
  return `${course.id}_${course.language}_v${course.version}_${format.name}.zip`;
}
