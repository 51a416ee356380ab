import type { Format } from '../format.ts';

export const web = {
  name: 'web',
  title: 'web',
  entry: 'web',
  installs: true,
  // A browser keeps five million characters a site, and another course may be there.
  bookmarkLimit: 100_000,
  manifests: [],
  schemas: null,
} as const satisfies Format;
