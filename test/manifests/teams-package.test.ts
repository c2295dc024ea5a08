import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { packageTeams } from '../../scripts/teams-package';

const root = join(__dirname, '..', '..');
const folder = join(root, 'manifests', 'teams');
const source = {
  manifest: readFileSync(join(folder, 'manifest.json'), 'utf8'),
  color: readFileSync(join(folder, 'color.png')),
  outline: readFileSync(join(folder, 'outline.png')),
};
const appId = 'c0ffee00-0000-4000-8000-000000000001';
const values = { appId, publicUrl: 'https://mentor.example.gov/some/path', version: '1.2.3' };
const zipOf = (changes: Partial<typeof values> = {}) => {
  const packaged = packageTeams(source, { ...values, ...changes });
  if (!packaged.ok) throw new Error(packaged.faults.join(' '));
  return packaged.zip;
};
const refused = (changes: Record<string, unknown>, manifest = source.manifest) => {
  const packaged = packageTeams({ ...source, manifest }, { ...values, ...changes });
  return packaged.ok ? [] : packaged.faults;
};

/** The pixels of an 8-bit PNG that is not interlaced, as red, green, blue, alpha. */
function pixels(png: Buffer): { width: number; height: number; at(x: number, y: number): readonly number[] } {
  const [width, height, channels] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 0];
  if (png[24] !== 8 || channels !== 4 || png[28] !== 0) throw new Error('Not an 8-bit RGBA picture.');
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const row = width * channels;
  const out = Buffer.alloc(row * height);
  const value = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : (out[y * row + x] ?? 0));
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x += 1) {
      const [left, up, corner] = [
        value(x - channels, y),
        value(x, y - 1),
        x < channels ? 0 : value(x - channels, y - 1),
      ];
      const guess = left + up - corner;
      const near = [left, up, corner].toSorted((a, b) => Math.abs(guess - a) - Math.abs(guess - b))[0] ?? 0;
      const added = [0, left, up, (left + up) >> 1, near][filter ?? 0] ?? 0;
      out[y * row + x] = ((raw[y * (row + 1) + 1 + x] ?? 0) + added) & 255;
    }
  }
  return { width, height, at: (x, y) => [...out.subarray(y * row + x * 4, y * row + x * 4 + 4)] };
}

describe('the Teams package', () => {
  it('holds the manifest and both icons, all at its root', () => {
    expect(Object.keys(unzipSync(zipOf())).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
  });

  it('is filled in: id, bot, host and version, and nothing is left open', () => {
    const text = strFromU8(unzipSync(zipOf())['manifest.json'] ?? new Uint8Array());
    expect(text).not.toContain('${{');
    expect(JSON.parse(text)).toMatchObject({
      id: appId,
      version: '1.2.3',
      bots: [{ botId: appId }],
      developer: { websiteUrl: 'https://mentor.example.gov/', privacyUrl: 'https://mentor.example.gov/privacy' },
    });
  });

  it('is the same for the same input', () => {
    expect(Buffer.from(zipOf()).equals(Buffer.from(zipOf()))).toBe(true);
    expect(Buffer.from(zipOf()).equals(Buffer.from(zipOf({ version: '1.2.4' })))).toBe(false);
  });

  it('carries the icons as they are', () => {
    const files = unzipSync(zipOf());
    expect(Buffer.from(files['color.png'] ?? []).equals(source.color)).toBe(true);
    expect(Buffer.from(files['outline.png'] ?? []).equals(source.outline)).toBe(true);
  });

  it('is refused with a sentence for each thing that is missing or wrong', () => {
    expect(refused({ appId: undefined, publicUrl: undefined, version: '1.2.3-beta' })).toEqual([
      expect.stringContaining('TEAMS_APP_ID is missing'),
      expect.stringContaining('PUBLIC_URL is missing'),
      expect.stringContaining('three numbers'),
    ]);
    expect(refused({ appId: 'mine' })).toEqual([expect.stringContaining('no id like')]);
    for (const [publicUrl, sentence] of [
      ['mentor.example.gov', 'no address'],
      ['http://mentor.example.gov', 'https://'],
      ['https://127.0.0.1:3978', 'this computer alone'],
    ])
      expect(refused({ publicUrl })).toEqual([expect.stringContaining(sentence ?? '')]);
    expect(refused({}, source.manifest.replace('#184E77', '${{COLOR}}'))).toEqual([
      'The manifest still holds ${{COLOR}}, which nothing fills in.',
    ]);
  });
});

describe('the icons', () => {
  it('have the sizes that Teams asks for, the outline white on nothing', () => {
    const color = pixels(source.color);
    const outline = pixels(source.outline);
    expect([color.width, color.height, outline.width, outline.height]).toEqual([192, 192, 32, 32]);
    const all = Array.from({ length: 32 * 32 }, (_, at) => outline.at(at % 32, Math.floor(at / 32)));
    const seen = all.filter(([, , , alpha]) => (alpha ?? 0) > 0);
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.length).toBeLessThan(900);
    expect(seen.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    for (const [x, y] of [
      [0, 0],
      [31, 0],
      [0, 31],
      [31, 31],
    ] as const)
      expect(outline.at(x, y)[3]).toBe(0);
    for (const [x, y] of [
      [0, 0],
      [191, 191],
    ] as const)
      expect(color.at(x, y)[3]).toBe(255);
  });
});

describe('npm run package:teams', () => {
  const run = (env: Record<string, string>) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      execFile(
        process.execPath,
        ['--import', 'tsx', join(root, 'scripts', 'package-teams.ts')],
        { cwd: root, env: { PATH: process.env.PATH ?? '', ...env } },
        (fault, out, complaint) =>
          resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, said: `${out}${complaint}` }),
      );
    });

  it('writes one archive below the project', async () => {
    const { code, said } = await run({ TEAMS_APP_ID: appId, PUBLIC_URL: 'https://mentor.example.gov' });
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('dist/mentor-exchange-teams.zip') });
    const files = unzipSync(readFileSync(join(root, 'dist', 'mentor-exchange-teams.zip')));
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toMatchObject({ version });
  }, 60_000);

  it('says what is missing, and with which exit code', async () => {
    const { code, said } = await run({});
    expect({ code, said }).toMatchObject({ code: 78, said: expect.stringContaining('TEAMS_APP_ID is missing') });
  }, 60_000);
});
