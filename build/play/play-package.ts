/** Plays a package of any tool in an installed Chromium, against an LMS on this machine that is strict. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Described, Launch } from '../inspect/finding.ts';
import { surveyZip } from '../inspect/open-zip.ts';
import type { Picture, Played, PlayedLaunch } from '../inspect/played.ts';
import type { FoundManifest } from '../inspect/read-manifest.ts';
import { packageRoot } from '../package-root.ts';
import { guardProxy } from './guard-proxy.ts';
import type { PlayLms } from './lms.ts';
import { lrsLms } from './lrs-lms.ts';
import { openBrowser } from './open-browser.ts';
import { playLaunch } from './play-launch.ts';
import type { PlayProgress } from './play-progress.ts';
import { scormLms } from './scorm-lms.ts';
import { servePackage } from './serve-package.ts';

export interface PlaySettings {
  /** A Chromium or Chrome. */
  readonly browser: string;
  /** How many SCOs, activities or AUs are played; 5 when left out. */
  readonly launches?: number;
  /** How many steps each is walked; 40 when left out. */
  readonly steps?: number;
  /** Seconds after which nothing new begins; 240 when left out. */
  readonly seconds?: number;
}

export interface PlayedPackage {
  readonly played: Played;
  readonly pictures: readonly Picture[];
}

/**
 * @param path the zip on disk
 * @param told is given how far it is, at each step
 * @throws where the browser does not open
 */
export async function playPackage(
  path: string,
  { root }: Pick<FoundManifest, 'root'>,
  { standard, launches }: Pick<Described, 'standard' | 'launches'>,
  { browser: program, launches: most = 5, steps = 40, seconds = 240 }: PlaySettings,
  told: (progress: PlayProgress) => void,
): Promise<PlayedPackage> {
  const stage = await readFile(join(packageRoot, 'dist/tool/stage.js'));
  const survey = await surveyZip(path);
  const closing: (() => Promise<void> | void)[] = [() => survey.close()];
  try {
    const served = await servePackage(survey, root, stage);
    closing.push(served.close);
    const here = launches.filter((one) => one.path !== null && one.path !== '');
    const lmss = new Map<Launch, PlayLms>();
    for (const launch of here.slice(0, most)) {
      const lms =
        standard === 'scorm12' || standard === 'scorm2004'
          ? scormLms(standard, launch)
          : await lrsLms(standard, launch, served.url);
      lmss.set(launch, lms);
      closing.push(lms.close);
    }
    const origins = [served.url, ...[...lmss.values()].flatMap((lms) => lms.origins)];
    const proxy = await guardProxy(origins.map((origin) => new URL(origin).host));
    closing.push(proxy.close);
    const browser = await openBrowser(program, proxy.url);
    closing.push(browser.close);
    const played: PlayedLaunch[] = [];
    const pictures: Picture[] = [];
    const deadline = Date.now() + seconds * 1000;
    for (const [launch, lms] of lmss) {
      if (Date.now() > deadline) break;
      const title = launch.title || launch.href;
      const part = played.length + 1;
      const one = await playLaunch(browser, served, lms, launch, { steps, deadline }, (visit, taken) =>
        told({ title, part, parts: lmss.size, visit, steps: taken }),
      );
      played.push(one.launch);
      pictures.push(...one.pictures.map(({ of, jpeg }) => ({ of: `${title}: ${of}`, jpeg })));
    }
    const leftOut = here.slice(played.length).map(({ title, href }) => title || href);
    return {
      played: { browser: browser.version, isSandboxed: browser.isSandboxed, launches: played, leftOut },
      pictures,
    };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}
