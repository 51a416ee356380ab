/** Finds LibreOffice and poppler's tools, which open what trainers get, or installs Debian's, and says which of the two. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env.LIBREOFFICE,
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

export function findLibreOffice() {
  return places.find((place) => place && existsSync(place));
}

export function hasPoppler() {
  return ['pdftotext', 'pdftohtml', 'pdftoppm'].every((name) => !spawnSync(name, ['-v']).error);
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  if (!findLibreOffice() || !hasPoppler()) {
    console.log('LibreOffice or poppler is missing: installing Debian’s with apt-get.');
    const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
    const apt = (...args) => {
      const [command, ...rest] = [...sudo, 'apt-get', ...args];
      execFileSync(command, rest, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    };
    try {
      apt('update');
      apt('install', '-y', '--no-install-recommends', 'libreoffice-impress', 'poppler-utils');
    } catch {
      console.log('That did not work: tests that open the deck or read a PDF are skipped.');
    }
  }
  console.log(`Tests of documents use ${findLibreOffice() ?? 'no LibreOffice'}.`);
}
