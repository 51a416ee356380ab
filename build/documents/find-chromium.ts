/** Finds a Chromium or Chrome that is installed: nothing is ever downloaded. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'msedge',
  'microsoft-edge',
];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The browser that CHROME_PATH names, or the first that is found where systems put one.
 * @returns null where there is none
 */
export function findChromium(environment: Environment): string | null {
  const { CHROME_PATH: named, PATH = '' } = environment;
  if (named) return isProgram(named) ? named : null;
  const folders = PATH.split(delimiter).filter(Boolean);
  const windows = [
    environment.PROGRAMFILES,
    environment['PROGRAMFILES(X86)'],
    environment.LOCALAPPDATA,
  ].flatMap((root) =>
    root
      ? [
          join(root, 'Google/Chrome/Application/chrome.exe'),
          join(root, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [],
  );
  const candidates = [
    ...commands.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...places,
    ...windows,
  ];
  return candidates.find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
