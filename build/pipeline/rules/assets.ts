import type { Mistake } from '../../../src/course/problem.ts';
import type { assetFormats } from '../assets.ts';
import { didYouMean, oneOf } from '../did-you-mean.ts';
import type { Rule } from './rule.ts';

/** Endings that LMSs serve and browsers show, by what the course uses the file for. */
const endings: Readonly<Record<(typeof assetFormats)[number] | 'classroom-asset', readonly string[]>> = {
  asset: ['svg', 'png', 'jpg', 'jpeg', 'webp', 'avif', 'gif'],
  // What PowerPoint shows as well.
  'classroom-asset': ['svg', 'png', 'jpg', 'jpeg', 'gif'],
  media: ['mp4', 'webm', 'mp3', 'm4a', 'ogg', 'wav'],
  captions: ['vtt'],
  download: [
    ...['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'rtf', 'txt', 'csv', 'epub', 'ics', 'zip'],
    ...['svg', 'png', 'jpg', 'jpeg', 'mp3', 'mp4'],
  ],
  embed: ['html'],
  font: ['woff2'],
  // What PowerPoint shows as well.
  logo: ['svg', 'png', 'jpg', 'jpeg'],
};

/** Files that the course names are in its folder, in a form that LMSs serve. */
export const assetsExist: Rule = ({ ofFormats, files }) =>
  ofFormats(...Object.keys(endings)).flatMap(({ format, pointer, value }): Mistake[] => {
    const allowed = endings[format as keyof typeof endings];
    if (!files.has(value)) {
      const hint =
        didYouMean(value, [...files.keys()]) || 'Paths begin at the course folder, with forward slashes.';
      return [{ pointer, message: `"${value}" is not in the course folder.`, hint }];
    }
    const ending = value.split('.').at(-1)?.toLowerCase() ?? '';
    if (/^[a-z0-9][a-z0-9._/-]*$/i.test(value) && allowed.includes(ending)) return [];
    const hint = `Use letters, digits, ".", "_", "-" and "/" in the name, and one of ${oneOf(allowed)} as its ending.`;
    return [{ pointer, message: `"${value}" is not a file that can stand here in every LMS.`, hint }];
  });

/** Files beside the documents, script and manifest of a package have names of their own: some LMSs see no capitals. */
export const assetsLeaveOurNames: Rule = ({ ofFormats }) =>
  ofFormats(...Object.keys(endings))
    .filter(({ value }) => ours.test(value))
    .map(({ pointer, value }) => ({
      pointer,
      message: `"${value}" has the name of a file that every package has.`,
      hint: 'Put it into a folder of the course, such as "media".',
    }));

const ours =
  /^(index(\..*)?\.html|lesson-.*\.html|(player|tools)\.(js|css)|tracker-.*\.js|[^/]+\.(xml|xsd|dtd))$/i;

/** Captions are WebVTT: browsers show nothing else, and say nothing about it. */
export const captionsAreWebVtt: Rule = ({ ofFormats, files }) =>
  ofFormats('captions').flatMap(({ pointer, value }) => {
    const content = files.get(value);
    if (!content || /^\uFEFF?WEBVTT(?:[ \t]|\r?\n)/.test(new TextDecoder().decode(content))) return [];
    return [
      {
        pointer,
        message: `"${value}" does not begin with WEBVTT.`,
        hint: 'Save the captions as WebVTT: the first line is WEBVTT, then an empty line.',
      },
    ];
  });

/** Embedded HTML stands alone: in its frame it reaches no other file and no other host. */
export const embeddedHtmlStandsAlone: Rule = ({ ofFormats, files }) =>
  ofFormats('embed').flatMap(({ pointer, value }) => {
    const html = new TextDecoder().decode(files.get(value));
    const named = [...html.matchAll(/<(?!a\b)\w[^>]*?\s(?:src|href|poster)\s*=\s*["']?([^"'\s>]+)/gi)].map(
      ([, target = '']) => target,
    );
    return [...new Set(named)]
      .filter((target) => !/^(#|data:)/i.test(target))
      .map((target) => ({
        pointer,
        message: `"${value}" names "${target}", which its frame cannot reach.`,
        hint: 'Write scripts and styles into the file itself, and pictures as data: addresses.',
      }));
  });
