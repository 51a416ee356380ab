/** Player, pictures, schemas and manifest make a package. Pure. */
import { type Course, pagesOf } from '../../src/course/course.ts';
import type { Format } from '../../src/formats/format.ts';
import { byPath, type PackageFile, textFile } from './package-file.ts';
import { fillManifest } from './templates.ts';

/** @param manifestTemplate the text of the template that the format names */
export function assemble(
  course: Course,
  format: Format,
  player: readonly PackageFile[],
  manifestTemplate: string,
): PackageFile[] {
  const files = [...player].sort(byPath);
  const minutes = Math.ceil(pagesOf(course).reduce((sum, page) => sum + page.minutes, 0));
  // Identifiers stay the same from version to version: the LMS knows the SCO by them.
  const manifest = fillManifest(manifestTemplate, {
    rights: undefined,
    ...course,
    keywords: course.keywords ?? [],
    manifestId: `course-${course.id}`,
    organizationId: `organization-${course.id}`,
    itemId: `item-${course.id}`,
    resourceId: `sco-${course.id}`,
    launch: 'index.html',
    objectiveId: `objective-${course.id}`,
    hasMastery: isPassedByScore(course),
    masteryScore: course.passMark,
    scaledMasteryScore: (course.passMark ?? 0) / 100,
    learningTime: `PT${minutes}M`,
    size: files.reduce((sum, file) => sum + file.content.length, 0),
    files: files.map((file) => file.path.split('/').map(encodeURIComponent).join('/')),
  });
  return [...files, textFile(format.manifest.path, manifest)].sort(byPath);
}

/** An LMS with a mastery score judges by the score alone: it is given one only where the course does the same. */
function isPassedByScore(course: Course): boolean {
  const hasOwnMarks = pagesOf(course).some(({ assessment }) => assessment?.outcomePassMark !== undefined);
  return course.passMark !== undefined && course.success !== 'completion' && !hasOwnMarks;
}

/** `un-cptm-2-7_en_v2025.1.0_scorm12.zip`: what an administrator needs to know, in the name. */
export function packageName(course: Course, format: Format): string {
  return `${course.id}_${course.language}_v${course.version}_${format.name}.zip`;
}
