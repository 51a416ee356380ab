/** Path of an installed Chromium or Chrome. */
export function findChromium(): string | undefined;
