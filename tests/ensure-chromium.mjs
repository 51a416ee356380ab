/** Finds a Chromium for the browser tests, or installs Debian's, and says which of the two. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export function findChromium() {
  return places.find((place) => place && existsSync(place));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  if (!findChromium()) {
    console.log('No Chromium found: installing Debian’s with apt-get.');
    const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
    const apt = (...args) => {
      const [command, ...rest] = [...sudo, 'apt-get', ...args];
      execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
    };
    try {
      apt('update');
      apt('install', '-y', '--no-install-recommends', 'chromium');
    } catch {
      console.error(
        'That did not work. Install Chromium or Chrome, and set CHROMIUM to its path if it is not found.',
      );
      process.exit(1);
    }
  }
  console.log(`Browser tests use ${findChromium()}.`);
}
