/** Makes a document stand alone: what it shows is in it, and what only a screen can show is said to be there. Pure. */

const types: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  woff2: 'font/woff2',
};

/** A picture or font as an address that holds it; the path itself where it is none. */
export function fileAddress(path: string, files: ReadonlyMap<string, Uint8Array>): string {
  const type = types[path.split('.').at(-1)?.toLowerCase() ?? ''];
  const content = files.get(path);
  return type && content ? `data:${type};base64,${Buffer.from(content).toString('base64')}` : path;
}

/**
 * @param html  a document whose pictures, films and frames are files of the course folder
 * @param note  HTML that stands where a film, a sound or a frame is
 */
export function inlineFiles(html: string, files: ReadonlyMap<string, Uint8Array>, note: string): string {
  return html
    .replace(/<video\b[^>]*?(?: poster="([^"]*)")?[^>]*>.*?<\/video>/gs, (_, poster?: string) =>
      poster ? `<img src="${poster}" alt="" />${note}` : note,
    )
    .replace(/<(audio|iframe)\b[^>]*>.*?<\/\1>/gs, note)
    .replace(/<a href="[^"#:]*" download>(.*?)<\/a>/gs, '<span>$1</span>')
    .replace(/<img src="([^"]*)"/g, (_, path: string) => `<img src="${fileAddress(path, files)}"`)
    .replaceAll(' loading="lazy"', '');
}
