/** How large a picture is: the one place that knows the library. */
import { imageSize as measure } from 'image-size';

/** @returns pixels, or null where the file does not say */
export function imageSize(content: Uint8Array): { width: number; height: number } | null {
  try {
    const { width, height } = measure(content);
    return { width, height };
  } catch {
    return null;
  }
}
