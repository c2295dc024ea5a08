import { randomBytes, randomInt } from 'node:crypto';
import { makeMasterKeys, parseMasterKeys } from '../../src/store';
import { keyIdOf, SealError, seal, unseal } from '../../src/store/seal';
import { createVault } from '../../src/store/vault';
import { testKeys } from '../databases';

const isRefused = (open: () => unknown): boolean => {
  try {
    open();
    return false;
  } catch (fault) {
    return fault instanceof SealError;
  }
};

const key = randomBytes(32);
const place = 'organization|request|r-1|need';
const words = Buffer.from('My notes come back for missing facts', 'utf8');

describe('a sealed text', () => {
  it('opens with its key in its place', () => {
    const sealed = seal(key, 'k1', place, words);
    expect(keyIdOf(sealed)).toBe('k1');
    expect(sealed).not.toContain('notes');
    expect(unseal(key, place, sealed)).toEqual(words);
    expect(seal(key, 'k1', place, words)).not.toBe(sealed);
  });

  it('does not open after a single flipped bit, wherever in nonce, tag or body (200 of 200 at random)', () => {
    const [version, id, body = ''] = seal(key, 'k1', place, words).split('.');
    const bytes = Buffer.from(body, 'base64url');
    const ends = [0, 95, 96, 223, 224, bytes.length * 8 - 1];
    const flips = [...ends, ...Array.from({ length: 200 - ends.length }, () => randomInt(bytes.length * 8))];
    const refused = flips.filter((at) => {
      const changed = Buffer.from(bytes);
      changed[at >> 3] = (changed[at >> 3] ?? 0) ^ (1 << (at & 7));
      return isRefused(() => unseal(key, place, `${version}.${id}.${changed.toString('base64url')}`));
    });
    expect(refused).toHaveLength(200);
  });

  it('does not open after a flipped bit of its written form, be it one that its bytes do not use (all of them)', () => {
    const sealed = seal(key, 'k1', place, words);
    const text = Buffer.from(sealed, 'latin1');
    for (let at = 0; at < text.length * 8; at += 1) {
      const changed = Buffer.from(text);
      changed[at >> 3] = (changed[at >> 3] ?? 0) ^ (1 << (at & 7));
      expect(isRefused(() => unseal(key, place, changed.toString('latin1')))).toBe(true);
    }
    for (const longer of [`${sealed}=`, `${sealed}.x`, `${sealed}\n`])
      expect(isRefused(() => unseal(key, place, longer))).toBe(true);
  });

  it('does not open cut short, nor with a tag that is shorter than 128 bits', () => {
    const [version, id, body = ''] = seal(key, 'k1', place, words).split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (let tag = 0; tag < 16; tag += 1) {
      const short = Buffer.concat([bytes.subarray(0, 12 + tag), bytes.subarray(28)]);
      expect(isRefused(() => unseal(key, place, `${version}.${id}.${short.toString('base64url')}`))).toBe(true);
    }
    for (const length of [0, 4, 16, 27, bytes.length - 1]) {
      expect(() => unseal(key, place, `${version}.${id}.${bytes.subarray(0, length).toString('base64url')}`)).toThrow(
        SealError,
      );
    }
  });

  it('does not open in another row or field, with another key, or under another key’s name (200 of 200)', () => {
    for (let row = 0; row < 200; row += 1) {
      const sealed = seal(key, 'k1', `organization|request|r-${row}|need`, words);
      expect(() => unseal(key, `organization|request|r-${row + 1}|need`, sealed)).toThrow(SealError);
    }
    const sealed = seal(key, 'k1', place, words);
    expect(() => unseal(randomBytes(32), place, sealed)).toThrow(SealError);
    expect(() => unseal(key, place, sealed.replace('.k1.', '.k2.'))).toThrow(SealError);
    for (const junk of ['', 'x', 's1.k1', 's2.k1.AAAA', 's1..AAAA'])
      expect(() => unseal(key, place, junk)).toThrow(SealError);
  });
});

describe('the vault', () => {
  const keys = testKeys();
  const vault = createVault(keys);
  const organizationKey = vault.newOrganizationKey('o');
  const owner = (personId: string) => ({
    organizationId: 'o',
    organizationKey,
    personId,
    personKey: vault.newPersonKey('o', organizationKey, personId),
  });

  it('keeps what one person wrote from the keys of another', () => {
    const ana = owner('ana');
    const sealed = vault.sealFor(ana, 'request|r|need', 'mine');
    expect(vault.openFor(ana, 'request|r|need', sealed)).toBe('mine');
    expect(() => vault.openFor(owner('ben'), 'request|r|need', sealed)).toThrow(SealError);
    expect(() => vault.openFor(ana, 'request|r|suits', sealed)).toThrow(SealError);
  });

  it('opens nothing that was moved to another row, field, person or organization (200 of 200 each)', () => {
    const elsewhere = createVault(testKeys());
    const foreign = elsewhere.newOrganizationKey('o');
    const ana = owner('ana');
    let refused = 0;
    for (let row = 0; row < 200; row += 1) {
      const sealed = vault.sealFor(ana, `note|${row}|words`, 'mine');
      const moves = [
        () => vault.openFor(ana, `note|${row + 1}|words`, sealed),
        () => vault.openFor(ana, `note|${row}|other`, sealed),
        () => vault.openFor(ana, `draft|${row}|words`, sealed),
        () => vault.openFor({ ...ana, organizationId: 'other' }, `note|${row}|words`, sealed),
        () => vault.openFor({ ...ana, personKey: owner('ana').personKey }, `note|${row}|words`, sealed),
        () => vault.openInOrganization('o', organizationKey, `note|${row}|words`, sealed),
        () => elsewhere.openInOrganization('o', foreign, `note|${row}|words`, sealed),
      ];
      refused += moves.filter(isRefused).length;
    }
    expect(refused).toBe(200 * 7);
  });

  it('does not open the key of one person as another’s, nor of one organization as another’s', () => {
    const ana = owner('ana');
    const sealed = vault.sealFor(ana, 'x', 'y');
    for (const each of [vault, createVault(keys)]) {
      expect(isRefused(() => each.openFor({ ...ana, personId: 'ben' }, 'x', sealed))).toBe(true);
      expect(each.whyClosed('p', organizationKey)).toMatch(/another one than/);
    }
  });

  it('wraps the organization’s key anew with the current master key, and opens all it has sealed with it', () => {
    const ana = owner('ana');
    const sealed = vault.sealFor(ana, 'x', 'mine');
    expect(vault.rewrapped('o', organizationKey)).toBeUndefined();
    const next = { current: 'k2', byId: new Map([['k2', randomBytes(32)], ...keys.byId]) };
    const anew = createVault(next).rewrapped('o', organizationKey) ?? '';
    expect(keyIdOf(anew)).toBe('k2');
    const alone = () => createVault({ current: 'k2', byId: new Map([...next.byId].filter(([id]) => id === 'k2')) });
    expect(alone().openFor({ ...ana, organizationKey: anew }, 'x', sealed)).toBe('mine');
    expect(() => alone().openFor(ana, 'x', sealed)).toThrow(
      'MENTOR_KEYS holds no key "k1", which this organization needs. Put it back, behind the current one.',
    );
  });

  it('says which key is missing, and never a key', () => {
    const other = createVault(testKeys());
    expect(other.whyClosed('o', organizationKey)).toMatch(/another one than the database was sealed with/);
    const renamed = parseMasterKeys(makeMasterKeys().replace('k1:', 'k9:'));
    if (!renamed.ok) throw new Error(renamed.reason);
    expect(createVault(renamed.keys).whyClosed('o', organizationKey)).toBe(
      'MENTOR_KEYS holds no key "k1", with which the database was sealed',
    );
    expect(vault.whyClosed('o', organizationKey)).toBeUndefined();
  });
});

describe('MENTOR_KEYS', () => {
  it('takes several keys, the first for new texts', () => {
    const [one, two] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
    const parsed = parseMasterKeys(`k2:${two}, k1:${one}`);
    if (!parsed.ok) throw new Error(parsed.reason);
    expect(parsed.keys.current).toBe('k2');
    expect([...parsed.keys.byId.keys()]).toEqual(['k2', 'k1']);
  });

  it.each([
    ['', /entry 1/],
    ['secretsecret', /entry 1/],
    ['k1:c2hvcnQ=', /"k1" is 5 bytes long/],
    [`k1:${Buffer.alloc(32).toString('base64')},k1:${Buffer.alloc(32).toString('base64')}`, /"k1" stands there twice/],
  ])('refuses %p with a reason that repeats no value', (text, reason) => {
    const parsed = parseMasterKeys(text);
    expect(parsed.ok ? '' : parsed.reason).toMatch(reason);
    if (!parsed.ok && text !== '') expect(parsed.reason).not.toContain(text.split(':')[1] ?? text);
  });
});
