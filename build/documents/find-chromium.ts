/** Finds a Chromium or Chrome that is installed: nothing is ever downloaded. */
import { access, constants } from 'node:fs/promises';
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
export async function findChromium(environment: Environment): Promise<string | null> {
  const { CHROME_PATH: named, PATH = '' } = environment;
  if (named) return (await isProgram(named)) ? named : null;
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
  for (const candidate of candidates) if (await isProgram(candidate)) return candidate;
  return null;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
