/** A Word file as HTML and its pictures as files. The one place that knows mammoth. */
import mammoth from 'mammoth';
import type { PackageFile } from '../pipeline/package-file.ts';

/** @throws where the file is no Word file */
export async function readDocx(
  content: Uint8Array,
): Promise<{ html: string; pictures: PackageFile[]; warnings: string[] }> {
  const pictures: PackageFile[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const ending = image.contentType.split('/')[1]?.replace('jpeg', 'jpg').replace('svg+xml', 'svg') ?? 'png';
    const path = `media/picture-${pictures.length + 1}.${ending}`;
    pictures.push({ path, content: await image.readAsBuffer() });
    return { src: path };
  });
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(content) }, { convertImage });
  return { html: value, pictures, warnings: messages.map(({ message }) => message) };
}
