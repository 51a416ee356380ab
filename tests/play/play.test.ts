import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectionHtml } from '../../build/inspect/report-html.ts';
import { inspectPlayed, type PlayedInspection } from '../../build/play/inspect-played.ts';
import { cmi5 } from '../../src/formats/cmi5/descriptor.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { scorm2004 } from '../../src/formats/scorm2004/descriptor.ts';
import { xapi } from '../../src/formats/xapi/descriptor.ts';
import { builtCourse } from '../browser/built-course.ts';
import { command, coursewright } from '../command/coursewright.ts';
import { findChromium } from '../ensure-chromium.mjs';
import { zipOf } from '../inspect/odd-zips.ts';
import { careless, endless, frameset, talkativeTo, tincan, twoScos } from './other-tools.ts';

const formats = [scorm12, scorm2004, xapi, cmi5] as const;
const asked: string[] = [];
/** A server on this machine that no package is to reach. */
const secret = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.writeHead(200, { 'access-control-allow-origin': '*' }).end('secret');
});
const results = new Map<string, PlayedInspection>();
const played = (name: string) => results.get(name) as PlayedInspection;

/** Plays wait more than they work: several at once. */
beforeAll(async () => {
  await new Promise<void>((resolve) => secret.listen(0, '127.0.0.1', resolve));
  const flagship = formats.map((format) => ({
    name: format.name,
    steps: 2,
    make: async () =>
      [...(await builtCourse('course', format))].map(([path, content]) => ({ path, content })),
  }));
  const others = Object.entries({
    ...{ frameset, careless, twoScos, tincan, endless },
    talkative: talkativeTo((secret.address() as AddressInfo).port),
  }).map(([name, files]) => ({ name, steps: 5, make: async () => files }));
  const waiting = [...flagship, ...others];
  const play = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { name, steps, make } = next;
      const path = await zipOf(await make());
      results.set(
        name,
        await inspectPlayed(path, `${name}.zip`, { browser: findChromium() ?? '', steps, seconds: 900 }),
      );
    }
  };
  await Promise.all([play(), play(), play()]);
}, 400_000);
afterAll(() => secret.close());

const said = ({ inspection }: PlayedInspection) =>
  inspection.findings
    .filter(({ kind }) => /^play|hosts|access/.test(kind))
    .map(({ severity, kind, message }) => `${severity} ${kind}: ${message}`);
const answers = ({ inspection }: PlayedInspection) =>
  inspection.verdicts.map(({ lms, answer }) => `${lms} ${answer}`);

describe('a package of another tool that is played', () => {
  it('finds its LMS in its opener alone: it is opened in a window, walked, and comes back to its place', async () => {
    const result = played('frameset');
    expect(said(result)).toEqual([
      'warning play-window: it finds its LMS only in a window of its own.',
      'warning accessibility: axe: Links must have discernible text (link-name, 2 elements on 2 of 2 screens).',
    ]);
    const [launch] = result.inspection.play?.launches ?? [];
    expect(launch).toMatchObject({ spokeIn: 'window', resumes: 'same-place', lost: [] });
    expect(launch?.record).toMatchObject({
      status: 'completed',
      location: '4',
      exit: 'suspend',
      'is finished': 'true',
    });
    expect(launch?.sittings.map(({ end, screens }) => [end, screens])).toEqual([
      ['crash', 4],
      ['closed', 1],
      ['closed', 1],
    ]);
    expect(answers(result)[0]).toBe('moodle with-faults');
  });

  it('says what the standard forbids, speaks after the end, and commits nothing: all of it is told', async () => {
    const result = played('careless');
    expect(said(result)).toEqual([
      'error play-conversation: it calls at the wrong time: LMSSetValue after the end of the conversation.',
      'error play-illegal: it says what its standard forbids: cmi.core.lesson_status may not be "complete" (8 characters) (3 times), cmi.core.score.raw may not be "120" (3 characters) (3 times), cmi.core.session_time may not be "PT5M" (4 characters).',
      'error play-lost: a window that is closed loses what was set: cmi.suspend_data.',
      'warning play-unwise: it says what is legal and unwise: LMSSetValue with something that is no string (3 times), LMSFinish while nothing was attempted.',
      'warning play-status: it tells no status.',
      'warning play-resume: it keeps data and ends with exit "", not "suspend".',
      'warning play-missing: it asks for files that are not in the package: logo.png.',
      'warning play-script: its scripts fail: undefinedFunction is not defined.',
      'warning accessibility: axe: Images must have alternative text (image-alt, 1 element on 1 of 1 screens).',
      'note play-dialog: it shows dialogs of the browser: alert: Saved!.',
    ]);
    expect(answers(result)).toEqual([
      'moodle with-faults',
      'talentlms with-faults',
      'scorm-cloud with-faults',
      'strict no',
    ]);
    const calls = result.inspection.play?.launches[0]?.sittings[0]?.calls ?? [];
    expect(calls.map(({ name, result: answer, error }) => `${name} ${answer} ${error}`)).toContain(
      'LMSSetValue false 405: the value is not of the type, or the element can only be written',
    );
  });

  it('calls other hosts: it reaches none, nor anything else on this machine', async () => {
    const result = played('talkative');
    expect(asked).toEqual([]);
    const [launch] = result.inspection.play?.launches ?? [];
    expect(launch?.sittings[0]?.hosts.map(({ host, type }) => `${host} ${type}`).sort()).toEqual([
      '127.0.0.1 fetch',
      'cdn.tool-maker.io image',
      'live.tool-maker.io websocket',
      'stats.tool-maker.io fetch',
    ]);
    expect(launch?.sittings[0]?.steps).toEqual(['press "Siguiente"']);
    expect(said(result)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^warning hosts: it calls other hosts: cdn\.tool-maker\.io \(image\), /),
        'warning play-finish: it never ends the conversation, not even when its window is closed.',
        'warning play-resume: opened again after a crash it begins anew.',
      ]),
    );
  });

  it('has two SCOs: each is played for itself, and one that never speaks is no use to any LMS', async () => {
    const result = played('twoScos');
    expect(said(result)).toEqual([
      'error play-start: in "The silent one" it never begins a conversation with the LMS.',
      'note play-dialog: in "The good one" it shows dialogs of the browser: confirm: Resume?.',
    ]);
    const [good, silent] = result.inspection.play?.launches ?? [];
    expect(good).toMatchObject({
      spokeIn: 'frame',
      resumes: 'same-place',
      record: { completion: 'completed', 'suspend data': '2' },
    });
    expect(good?.sittings[0]?.steps).toEqual(['press "Далее"', 'choose "Open"', 'press "Проверить"']);
    expect(silent).toMatchObject({ href: 'two.html?from=menu', spokeIn: null, sittings: [{ missing: [] }] });
    expect(answers(result)).toEqual(['moodle no', 'talentlms no', 'scorm-cloud no', 'strict no']);
  });

  it('stops for ever: the play does not', async () => {
    const result = played('endless');
    expect(said(result)[0]).toBe('error play-start: the page answers no more.');
    expect(answers(result)[0]).toBe('moodle no');
  });

  it('hands on its learner in lists: the LRS refuses that, and takes the rest', async () => {
    const result = played('tincan');
    const findings = said(result);
    expect(findings).toEqual([
      expect.stringMatching(
        /^error play-illegal: .*statement\.actor\.name is \["Seven Learner"\], not a string/,
      ),
    ]);
    expect(result.inspection.play?.launches[0]?.statements.map(({ verb }) => verb)).toEqual([
      'launched',
      'launched',
      'launched',
    ]);
  });
});

describe('a package of ours that is played', () => {
  it.each(formats)('as $title has no finding, and resumes', async (format) => {
    const result = played(format.name);
    expect(said(result)).toEqual([]);
    const [launch] = result.inspection.play?.launches ?? [];
    expect(launch).toMatchObject({ spokeIn: 'frame', resumes: 'same-place', lost: [], accessibility: [] });
    expect(launch?.sittings).toHaveLength(3);
    const html = await inspectionHtml(result.inspection, result.pictures);
    expect(html.length).toBeLessThan(1_000_000);
    expect(html).toContain('<h4>Pictures</h4>');
    const report = await new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'no-trailing-whitespace': 'off',
        'void-style': 'off',
        'long-title': 'off',
        'no-inline-style': 'off',
      },
    }).validateString(html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });
});

describe('the command', () => {
  it('says in a terminal how far it is, in one line that is gone at the end; elsewhere nothing before the report', async () => {
    const path = await zipOf(careless);
    const inTerminal = await new Promise<string>((resolve) =>
      // A terminal of its own, as `script` gives one.
      execFile(
        'script',
        ['-qec', [process.execPath, command, 'inspect', path, '--play'].join(' '), '/dev/null'],
        { env: { ...process.env, CHROME_PATH: findChromium() ?? '' } },
        (_, out) => resolve(out),
      ),
    );
    const told = inTerminal.split('\r\u001b[K');
    expect(told[0]).toContain('a browser is started to play it');
    expect(told[1]).toMatch(/^░{24} part 1 of 1, visit 1 of 3, 0 steps: \S/);
    expect(told.some((line) => /, visit 1 of 3, 1 step: /.test(line))).toBe(true);
    expect(told.some((line) => /^█+░+ part 1 of 1, visit [23] of 3, /.test(line))).toBe(true);
    expect(told.at(-1)).not.toContain('part 1 of 1');
    expect(told.at(-1)).toContain('SCORM 1.2');
    // Told for machines, or not in a terminal, it is the report and nothing else.
    const quiet = await new Promise<{ out: string; err: string }>((resolve) =>
      execFile(
        process.execPath,
        [command, 'inspect', path, '--play', '--json'],
        { env: { ...process.env, CHROME_PATH: findChromium() ?? '' } },
        (_, out, err) => resolve({ out, err }),
      ),
    );
    expect(quiet.err).toBe('');
    expect(JSON.parse(quiet.out).play.launches).toHaveLength(1);
  }, 240_000);

  it('says what it needs where it cannot play', async () => {
    const path = await zipOf(careless);
    const pictures = await coursewright('/', 'inspect', path, '--pictures');
    expect(pictures).toMatchObject({ code: 2, out: '' });
    expect(pictures.err).toContain('"--pictures" is for a report of a play');
  });
});
