/** What was loaded, by kind. Pure. */
import type { LoadedType } from '../inspect/played.ts';
import type { Asked } from './serve-package.ts';

const endings: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['document', /\.(html?|xhtml|pdf)$/i],
  ['script', /\.m?js$/i],
  ['style', /\.css$/i],
  ['picture', /\.(png|jpe?g|gif|svg|webp|avif|bmp|ico)$/i],
  ['film or sound', /\.(mp4|m4v|webm|ogv|mov|mp3|m4a|ogg|wav|vtt)$/i],
  ['font', /\.(woff2?|ttf|otf|eot)$/i],
];

/** Those that weigh most first. */
export function loadedTypes(asked: readonly Asked[]): LoadedType[] {
  const types = new Map<string, { files: Set<string>; bytes: number }>();
  for (const { path, status, bytes } of asked) {
    if (status >= 400) continue;
    const type = endings.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other';
    const entry = types.get(type) ?? { files: new Set(), bytes: 0 };
    entry.files.add(path);
    entry.bytes += bytes;
    types.set(type, entry);
  }
  return [...types]
    .map(([type, { files, bytes }]) => ({ type, files: files.size, bytes }))
    .sort((a, b) => b.bytes - a.bytes);
}
