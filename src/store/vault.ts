import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { MasterKeys } from './keys';
import { keyIdOf, SealError, seal, unseal } from './seal';

/**
 * Private texts, sealed with the key of the person who wrote them; that key is wrapped by the organization's, and that by
 * a master key. Without the person's wrapped key nothing she wrote can be read again.
 */
export type Vault = {
  /** A new organization's key, wrapped by the current master key. */
  newOrganizationKey(organizationId: string): string;
  /** The same organization's key, wrapped by the current master key; undefined where it is so already. */
  rewrapped(organizationId: string, organizationKey: string): string | undefined;
  /** A new person's key, wrapped by her organization's. */
  newPersonKey(organizationId: string, organizationKey: string, personId: string): string;
  sealFor(owner: Owner, place: string, text: string): string;
  openFor(owner: Owner, place: string, sealed: string): string;
  /** Why this organization's texts could not be read; undefined where they can. */
  whyClosed(organizationId: string, organizationKey: string): string | undefined;
  /** For what belongs to no person yet, like an act that is not worked off. */
  sealInOrganization(organizationId: string, organizationKey: string, place: string, text: string): string;
  openInOrganization(organizationId: string, organizationKey: string, place: string, sealed: string): string;
  /** A mark of a secret by which it is known again, and which says nothing to whoever has not the organization's key. */
  markInOrganization(organizationId: string, organizationKey: string, place: string, secret: string): string;
};

/** Whose key: the two wrapped keys as they stand in the tables. */
export type Owner = {
  readonly organizationId: string;
  readonly organizationKey: string;
  readonly personId: string;
  readonly personKey: string;
};

const mostRemembered = 2000;

export function createVault(keys: MasterKeys): Vault {
  const opened = new Map<string, Buffer>();
  // A wrapped key is remembered for whom it was opened: moved to another row, it is opened there anew, and refused.
  const remember = (whose: string, key: Buffer): Buffer => {
    if (opened.size >= mostRemembered) opened.clear();
    opened.set(whose, key);
    return key;
  };
  const organizationKeyOf = (organizationId: string, wrapped: string): Buffer => {
    const whose = `organization|${organizationId}`;
    const known = opened.get(`${whose}|${wrapped}`);
    if (known) return known;
    const master = keys.byId.get(keyIdOf(wrapped));
    if (!master)
      throw new SealError(
        `MENTOR_KEYS holds no key "${keyIdOf(wrapped)}", which this organization needs. Put it back, behind the current one.`,
      );
    return remember(`${whose}|${wrapped}`, unseal(master, whose, wrapped));
  };
  const personKeyOf = (owner: Owner): Buffer => {
    const whose = `person|${owner.organizationId}|${owner.personId}`;
    const known = opened.get(`${whose}|${owner.personKey}`);
    if (known) return known;
    const key = organizationKeyOf(owner.organizationId, owner.organizationKey);
    return remember(`${whose}|${owner.personKey}`, unseal(key, whose, owner.personKey));
  };
  const masterKey = (): Buffer => {
    const key = keys.byId.get(keys.current);
    if (!key) throw new SealError('There is no current master key.');
    return key;
  };
  const bound = (organizationId: string, place: string): string => `${organizationId}|${place}`;

  return {
    newOrganizationKey: (organizationId) =>
      seal(masterKey(), keys.current, `organization|${organizationId}`, randomBytes(32)),
    rewrapped(organizationId, organizationKey) {
      if (keyIdOf(organizationKey) === keys.current) return undefined;
      const key = organizationKeyOf(organizationId, organizationKey);
      return seal(masterKey(), keys.current, `organization|${organizationId}`, key);
    },
    newPersonKey: (organizationId, organizationKey, personId) =>
      seal(
        organizationKeyOf(organizationId, organizationKey),
        'org',
        `person|${organizationId}|${personId}`,
        randomBytes(32),
      ),
    whyClosed(organizationId, organizationKey) {
      try {
        organizationKeyOf(organizationId, organizationKey);
        return undefined;
      } catch (fault) {
        if (!(fault instanceof SealError)) throw fault;
        const keyId = keyIdOf(organizationKey);
        return keys.byId.has(keyId)
          ? `the key "${keyId}" in MENTOR_KEYS is another one than the database was sealed with`
          : `MENTOR_KEYS holds no key "${keyId}", with which the database was sealed`;
      }
    },
    sealFor: (owner, place, text) =>
      seal(personKeyOf(owner), 'person', bound(owner.organizationId, place), Buffer.from(text, 'utf8')),
    openFor: (owner, place, sealed) =>
      unseal(personKeyOf(owner), bound(owner.organizationId, place), sealed).toString('utf8'),
    sealInOrganization: (organizationId, organizationKey, place, text) =>
      seal(
        organizationKeyOf(organizationId, organizationKey),
        'org',
        bound(organizationId, place),
        Buffer.from(text, 'utf8'),
      ),
    openInOrganization: (organizationId, organizationKey, place, sealed) =>
      unseal(organizationKeyOf(organizationId, organizationKey), bound(organizationId, place), sealed).toString('utf8'),
    markInOrganization(organizationId, organizationKey, place, secret) {
      const key = hkdfSync('sha256', organizationKeyOf(organizationId, organizationKey), '', 'mark', 32);
      return createHmac('sha256', Buffer.from(key))
        .update(`${bound(organizationId, place)}|${secret}`)
        .digest('base64url');
    },
  };
}
