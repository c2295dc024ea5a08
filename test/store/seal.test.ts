import { randomBytes } from 'node:crypto';
import { makeMasterKeys, parseMasterKeys } from '../../src/store';
import { keyIdOf, SealError, seal, unseal } from '../../src/store/seal';
import { createVault } from '../../src/store/vault';
import { testKeys } from '../databases';

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

  it('does not open after any single flipped bit (200 of 200), nor cut short', () => {
    const [version, id, body = ''] = seal(key, 'k1', place, words).split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (let flip = 0; flip < 200; flip += 1) {
      const changed = Buffer.from(bytes);
      const at = (flip * 7919) % (bytes.length * 8);
      changed[at >> 3] = (changed[at >> 3] ?? 0) ^ (1 << (at & 7));
      expect(() => unseal(key, place, `${version}.${id}.${changed.toString('base64url')}`)).toThrow(SealError);
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
  const vault = createVault(testKeys());
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
