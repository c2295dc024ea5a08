import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import { isObject } from '../../src/channels/teams/json';

const root = join(__dirname, '../..');
const folder = join(root, 'manifests/teams');
const text = readFileSync(join(folder, 'manifest.json'), 'utf8');
const filled: unknown = JSON.parse(
  text
    .replaceAll('${{TEAMS_APP_ID}}', 'c0ffee00-0000-4000-8000-000000000001')
    .replaceAll('${{PUBLIC_HOST}}', 'mentors.example.org'),
);
const manifest = isObject(filled) ? filled : {};
const schemaFile = join(root, '../shared/schemas/teams-app-manifest-1.30.schema.json');

/** Every text in the manifest that people read. */
const told = [manifest.name, manifest.description, manifest.developer, manifest.bots];

describe('the Teams manifest', () => {
  (existsSync(schemaFile) ? it : it.skip)(
    'passes the official schema (skipped where ../shared/schemas is not at hand)',
    () => {
      const ajv = new Ajv({ strict: false, validateFormats: false });
      const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
      expect({ valid: validate(filled), faults: ajv.errorsText(validate.errors) }).toEqual({
        valid: true,
        faults: 'No errors',
      });
      expect(validate({ ...manifest, id: 'no guid' })).toBe(false);
    },
  );

  it('leaves nothing to fill in but the app and the host', () => {
    expect(new Set(text.match(/\$\{\{.*?\}\}/g))).toEqual(new Set(['${{TEAMS_APP_ID}}', '${{PUBLIC_HOST}}']));
    expect(JSON.stringify(filled)).not.toContain('${{');
  });

  it('has the version of the package', () => {
    const pack: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(isObject(pack) && pack.version).toBe(manifest.version);
  });

  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('has the icon %s, %i pixels square', (name, size) => {
    const png = readFileSync(join(folder, name));
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect(png.toString('latin1', 12, 16)).toBe('IHDR');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    expect(Object.values(isObject(manifest.icons) ? manifest.icons : {})).toContain(name);
  });

  it('keeps to the limits of the store', () => {
    const { name, description, bots } = manifest;
    if (!isObject(name) || !isObject(description) || !Array.isArray(bots))
      throw new Error('The manifest lacks its parts.');
    expect(String(name.short).length).toBeLessThanOrEqual(30);
    expect(String(name.full).length).toBeLessThanOrEqual(100);
    expect(String(description.short).length).toBeLessThanOrEqual(80);
    expect(String(description.full).length).toBeLessThanOrEqual(4000);
    expect(bots).toHaveLength(1);
    expect(bots[0]).toMatchObject({ supportsFiles: false, isNotificationOnly: false });
    for (const list of bots[0].commandLists) {
      expect(list.commands.length).toBeLessThanOrEqual(10);
      for (const { title, description: what } of list.commands) {
        expect(title.length).toBeLessThanOrEqual(32);
        expect(what.length).toBeGreaterThan(0);
      }
    }
    expect(String(name.short)).not.toMatch(/teams|microsoft/i);
  });

  it('names no other chat platform', () => {
    expect(JSON.stringify(told)).not.toMatch(/slack/i);
  });
});
