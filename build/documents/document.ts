/** What a document of the trainer is: not a package for an LMS, but files that are opened, printed and projected. */
import type { Course } from '../../src/course/course.ts';
import type { CourseOutline } from '../../src/course/outline.ts';
import type { Cache } from '../cache/cache.ts';
import type { TypedCourse } from '../pipeline/course-types.ts';
import type { PackageFile } from '../pipeline/package-file.ts';
import type { CourseFolder } from '../pipeline/read-course.ts';

/** What a document is made of. */
export interface DocumentInput {
  readonly folder: CourseFolder;
  /** What stands in it in the source language is marked. */
  readonly typed: TypedCourse;
  readonly outline: CourseOutline;
  readonly sourceLanguage: string;
  /** Takes and gives the scripts and styles that were bundled before. */
  readonly cache: Cache;
}

export interface DocumentFormat {
  /** Name on the command line and in file names. */
  readonly name: string;
  /** As people call it. */
  readonly title: string;
  /** The document in all its forms; none where the course has nothing for it. */
  make(input: DocumentInput): Promise<readonly DocumentFile[]>;
  /** Why there is none, for a course that has nothing for it. A sentence. */
  readonly without: string;
}

export interface DocumentFile extends PackageFile {
  /** true for HTML that is made for paper: a PDF is printed of it where there is a browser. */
  readonly isPrinted?: boolean;
}

/** `un-cptm-2-7_en_v2025.1.0_guide.html`: named like the packages beside it. */
export function documentName({ id, language, version }: Course, name: string, ending: string): string {
  return `${id}_${language}_v${version}_${name}.${ending}`;
}
