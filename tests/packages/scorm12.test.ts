import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import type { Block } from '../../src/course/block.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { built } from '../command/built.ts';
import { courseOf, unzipped } from '../contracts/course-of.ts';
import { checkManifest, listedFiles } from './check-manifest.ts';
import { styleOf } from './style-of.ts';
import { unzip } from './unzip.ts';

const small = join(import.meta.dirname, '../fixtures/small');
let zip: Uint8Array;
let files: ReadonlyMap<string, Uint8Array>;
const text = (path: string) => new TextDecoder().decode(files.get(path));

async function buildOnce(): Promise<Uint8Array> {
  const out = await mkdtemp(join(tmpdir(), 'coursewright-'));
  const { code, err } = await built('/', small, '--format', 'scorm12', '--out', out, '--frozen');
  expect({ code, err }).toEqual({ code: 0, err: [] });
  expect(await readdir(out)).toEqual(['pump-house_en_v1.0.0_scorm12.zip']);
  return readFile(join(out, 'pump-house_en_v1.0.0_scorm12.zip'));
}

beforeAll(async () => {
  zip = await buildOnce();
  files = await unzip(zip);
});

describe('the SCORM 1.2 package', () => {
  it('holds exactly these files', () => {
    expect([...files.keys()]).toEqual([
      'adlcp_rootv1p2.xsd',
      'ims_xml.xsd',
      'imscp_rootv1p1p2.xsd',
      'imsmanifest.xml',
      'imsmd_rootv1p2p1.xsd',
      'index.html',
      'media/pump.svg',
      'player.js',
      'tools.css',
      'tools.js',
    ]);
  });

  it('has a manifest that is valid against the schemas in the zip', async () => {
    const check = (manifest: string) => checkManifest(files, 'scorm12', manifest);
    expect((await check(text('imsmanifest.xml'))).errors).toEqual([]);
    // And the check can fail.
    expect(
      (await check(text('imsmanifest.xml').replace('adlcp:scormtype="sco"', 'adlcp:scormtype="scorm"')))
        .valid,
    ).toBe(false);
    expect(
      (
        await check(
          text('imsmanifest.xml').replace('<schema>', '<schemer>').replace('</schema>', '</schemer>'),
        )
      ).valid,
    ).toBe(false);
  });

  it('lists every file but the manifest, and none that is not there', () => {
    expect(listedFiles(text('imsmanifest.xml')).sort()).toEqual(
      [...files.keys()].filter((path) => path !== 'imsmanifest.xml').sort(),
    );
  });

  it('says title, mastery score and launch in the manifest', () => {
    const manifest = text('imsmanifest.xml');
    expect(manifest).toContain('<adlcp:masteryscore>80</adlcp:masteryscore>');
    expect(manifest).toContain('adlcp:scormtype="sco" href="index.html"');
    expect(manifest).toContain('<schemaversion>1.2</schemaversion>');
    expect(manifest).toMatch(/<item [^>]*>\s*<title>The pump house<\/title>/);
    expect(manifest.charCodeAt(0)).toBe('<'.charCodeAt(0));
    const ids = [...manifest.matchAll(/ identifier="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z_][A-Za-z0-9_.-]*$/);
  });

  it('is the same to the byte when it is built again, in another time zone and another folder', async () => {
    const zone = process.env.TZ;
    try {
      process.env.TZ = 'Pacific/Kiritimati';
      expect(Buffer.compare(Buffer.from(zip), Buffer.from(await buildOnce()))).toBe(0);
    } finally {
      process.env.TZ = zone;
    }
  });

  it('calls no other host, runs no inline script, and holds no facilitator note', () => {
    const html = text('index.html');
    expect(html).toContain("default-src 'none'; script-src 'self'");
    expect(html).not.toMatch(/<script(?![^>]*(src="player\.js"|type="application\/json"))/);
    expect(html).not.toMatch(/ on[a-z]+="|javascript:| style="/);
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    for (const path of files.keys()) expect(text(path), path).not.toContain('FACILITATOR');
  });

  it('carries only the types that the course uses', async () => {
    expect(styleOf(text('index.html'))).toContain('.statement');
    expect(text('player.js')).toContain('data-count');
    const bare = await buildPackage(
      courseOf({ blocks: [{ type: 'text', text: 'Hello.' } as Block] }),
      scorm12,
    );
    if (!bare.ok) throw new Error('a course of text alone does not build');
    expect(styleOf(unzipped(bare.files, 'index.html'))).not.toContain('.statement');
    expect(unzipped(bare.files, 'player.js')).not.toContain('data-count');
  });
});
