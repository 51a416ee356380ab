/** Files of the course folder: whether they are used, what they are, what they weigh, whom they call. */

import type { Mistake } from '../../../src/course/problem.ts';
import { assetFormats } from '../assets.ts';
import { imageSize } from '../image-size.ts';
import type { Rule, RuleInput } from './rule.ts';

/** Bytes that are too many for a learner on a phone, by the ending of the file. */
const heavy: readonly { readonly endings: RegExp; readonly most: number; readonly hint: string }[] = [
  {
    endings: /\.(png|jpe?g|webp|avif|gif)$/i,
    most: 1_000_000,
    hint: 'Save it at 1,600 pixels across or less, as WebP or JPEG.',
  },
  { endings: /\.svg$/i, most: 300_000, hint: 'Simplify the drawing, or save it as WebP.' },
  {
    endings: /\.woff2$/i,
    most: 200_000,
    hint: 'Leave the scripts and characters out that the course does not use (a subset).',
  },
  { endings: /\.(mp3|m4a|ogg|wav)$/i, most: 20_000_000, hint: 'Save speech as MP3 or M4A with 64 kbit/s.' },
  { endings: /\.(mp4|webm)$/i, most: 100_000_000, hint: 'Save the film at 720p, or split it.' },
];

/** Pixels across that phones fail to show. */
const widest = 4096;

/** Files that the course names. */
function namedFiles({ ofFormats }: RuleInput): Map<string, string> {
  const named = ofFormats(...assetFormats);
  return new Map(named.map(({ pointer, value }) => [value, pointer] as const).reverse());
}

/** Media and texts in the folder that the course names nowhere: forgotten, or not meant to be there. */
export const filesAreUsed: Rule = (input) => {
  const named = namedFiles(input);
  // A misspelt name is told by a rule of its own: the file it means is not forgotten.
  if ([...named.keys()].some((path) => !input.files.has(path))) return [];
  const isMedia = (path: string) =>
    /\.(svg|png|jpe?g|webp|avif|gif|mp4|webm|mp3|m4a|ogg|wav|vtt|woff2)$/i.test(path);
  const isText = (path: string) => /^(?!blocks\/|translations\/).+\/.+\.(json|md)$/i.test(path);
  return [...input.files.keys()]
    .filter((path) =>
      isMedia(path) ? !named.has(inSource(path)) : isText(path) && !input.included.has(path),
    )
    .map((file) => ({
      severity: 'warning',
      pointer: '',
      file,
      message: 'the course does not use this file.',
      hint: `Name "${file}" where it belongs, or take it out of the folder: packages leave it out.`,
    }));
};

/** A file of a translation stands for the one of this path in the source language. */
function inSource(path: string): string {
  return path.replace(/^translations\/[^/]+\//, '');
}

/** Files are no heavier than a phone on a bad line can bear. */
export const mediaAreLight: Rule = (input) =>
  [...namedFiles(input)].flatMap(([path, pointer]): Mistake[] => {
    const content = input.files.get(path);
    const limit = heavy.find(({ endings }) => endings.test(path));
    if (!content || !limit) return [];
    if (content.length > limit.most)
      return [
        {
          severity: 'warning',
          pointer,
          message: `"${path}" weighs ${megabytes(content.length)} MB.`,
          hint: `More than ${megabytes(limit.most)} MB is slow on a phone. ${limit.hint}`,
        },
      ];
    const { width = 0, height = 0 } = /\.svg$/i.test(path) ? {} : (imageSize(content) ?? {});
    if (Math.max(width, height) <= widest) return [];
    return [
      {
        severity: 'warning',
        pointer,
        message: `"${path}" has ${width} × ${height} pixels.`,
        hint: `Some phones show nothing of pictures over ${widest} pixels. ${limit.hint}`,
      },
    ];
  });

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 100_000) / 10);
}

/** How files of a kind begin. */
const beginnings: readonly { readonly endings: RegExp; readonly begins: RegExp; readonly kind: string }[] = [
  { endings: /\.png$/i, begins: /^\x89PNG\r\n/, kind: 'PNG' },
  { endings: /\.jpe?g$/i, begins: /^\xff\xd8\xff/, kind: 'JPEG' },
  { endings: /\.gif$/i, begins: /^GIF8[79]a/, kind: 'GIF' },
  { endings: /\.webp$/i, begins: /^RIFF[\s\S]{4}WEBP/, kind: 'WebP' },
  { endings: /\.avif$/i, begins: /^[\s\S]{4}ftypavi[fs]/, kind: 'AVIF' },
  { endings: /\.svg$/i, begins: /^(\xef\xbb\xbf)?\s*(<\?xml|<!--|<!DOCTYPE|<svg)/i, kind: 'SVG' },
  { endings: /\.(mp4|m4a)$/i, begins: /^[\s\S]{4}(ftyp|moov|wide|free|mdat)/, kind: 'MP4' },
  { endings: /\.webm$/i, begins: /^.E\xdf\xa3/, kind: 'WebM' },
  { endings: /\.mp3$/i, begins: /^(ID3|\xff[\xe2-\xff])/, kind: 'MP3' },
  { endings: /\.ogg$/i, begins: /^OggS/, kind: 'Ogg' },
  { endings: /\.wav$/i, begins: /^RIFF[\s\S]{4}WAVE/, kind: 'WAV' },
  { endings: /\.woff2$/i, begins: /^wOF2/, kind: 'WOFF2' },
  { endings: /\.pdf$/i, begins: /^%PDF-/, kind: 'PDF' },
  { endings: /\.(docx|xlsx|pptx|odt|ods|odp|epub|zip)$/i, begins: /^PK/, kind: 'ZIP' },
];

/** A file is what its ending says: browsers go by the one, LMSs by the other. */
export const mediaAreWhatTheySay: Rule = (input) =>
  [...namedFiles(input)].flatMap(([path, pointer]): Mistake[] => {
    const content = input.files.get(path);
    if (!content) return [];
    if (content.length === 0)
      return [{ pointer, message: `"${path}" is empty.`, hint: 'Save the file again, and look at it.' }];
    const start = String.fromCharCode(...content.subarray(0, 64));
    const wanted = beginnings.find(({ endings }) => endings.test(path));
    if (!wanted || wanted.begins.test(start)) return [];
    const real = beginnings.find(({ begins }) => begins.test(start));
    return [
      {
        pointer,
        message: `"${path}" is no ${wanted.kind} file${real ? `, but ${real.kind}` : ''}.`,
        hint: 'Save it in the form that its ending says, or give it the right ending.',
      },
    ];
  });

/** Drawings run no script and call no other host. */
export const drawingsAreQuiet: Rule = (input) =>
  [...namedFiles(input)].flatMap(([path, pointer]): Mistake[] => {
    if (!/\.svg$/i.test(path)) return [];
    const svg = new TextDecoder().decode(input.files.get(path));
    const script = /<script\b|<foreignObject\b|\son[a-z]+\s*=|javascript:/i.exec(svg)?.[0];
    const remote =
      /(?:\b(?:href|src)\s*=\s*["']|url\(\s*["']?|@import\s+["'])((?:https?:)?\/\/[^"')\s]+)/i.exec(svg)?.[1];
    if (!script && !remote) return [];
    return [
      {
        pointer,
        message: script
          ? `"${path}" holds "${script.trim()}", which LMSs refuse in pictures.`
          : `"${path}" calls "${remote}".`,
        hint: 'Export it as a plain SVG, with fonts as outlines and pictures embedded.',
      },
    ];
  });

/** Names of files differ in more than capitals: on many servers and disks these are one file. */
export const namesDiffer: Rule = (input) => {
  const seen = new Map<string, string>();
  return [...namedFiles(input)].flatMap(([path, pointer]): Mistake[] => {
    const before = seen.get(path.toLowerCase());
    seen.set(path.toLowerCase(), path);
    if (before === undefined) return [];
    const message = `"${path}" and "${before}" differ in capitals only.`;
    return [{ pointer, message, hint: 'Rename one: on many servers they are the same file.' }];
  });
};
