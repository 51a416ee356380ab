/** How large a picture is: the one place that knows the library. */
import { imageSize as measure } from 'image-size';

/** @returns pixels, as the picture is shown: turned where it says so; null where the file does not say */
export function imageSize(content: Uint8Array): { width: number; height: number } | null {
  try {
    const { width, height, orientation = 1 } = measure(content);
    return orientation > 4 ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}
