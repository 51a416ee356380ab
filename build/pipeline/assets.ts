/** The files of the course folder that a package carries: those that the course names, and no others. Pure. */
import { fieldsOf } from './course-fields.ts';
import type { TypedCourse } from './course-types.ts';
import { type PackageFile, textFile } from './package-file.ts';
import type { ShownFiles } from './smaller-pictures.ts';

/** What a string of the course means when it names a file. */
export const assetFormats = ['asset', 'media', 'captions', 'download', 'embed', 'font', 'logo'] as const;

/** The pictures that the versions of a course show; what one of them offers for download stays as it is. */
export function shownPictures(versions: readonly Pick<TypedCourse, 'course' | 'types'>[]): string[] {
  const named = (format: string) =>
    new Set(versions.flatMap((version) => fieldsOf(version).ofFormats(format)).map(({ value }) => value));
  const [offered, shown] = [named('download'), named('asset')];
  return [...shown].filter((path) => !offered.has(path));
}

export function assets(typed: TypedCourse, { files, smaller }: ShownFiles): PackageFile[] {
  const { ofFormats } = fieldsOf(typed);
  const named = ofFormats(...assetFormats);
  const frames = new Set(ofFormats('embed').map(({ value }) => value));
  return [...new Set(named.map(({ value }) => value))].flatMap((path) => {
    const content = files.get(path);
    if (!content) return [];
    if (frames.has(path)) return [textFile(path, fenced(new TextDecoder().decode(content)))];
    const others = (smaller.get(path) ?? []).map((one) => one.path);
    return [path, ...others].map((one) => ({ path: one, content: files.get(one) ?? content }));
  });
}

const policy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; media-src data:; font-src data:; form-action 'none'; base-uri 'none'";

/** Embedded HTML that reaches no other host, whatever its script tries: its policy is the first thing in it. */
function fenced(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  const place = /<head\b[^>]*>/i.exec(html) ?? /<html\b[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = place ? place.index + place[0].length : 0;
  return `${html.slice(0, at)}${meta}${html.slice(at)}`;
}
