import type { Address, Identity, MessageRef } from '../chat';
import {
  type AccountClaim,
  claimOf,
  linkNewAccount,
  recordAudit,
  recordEvent,
  saveClaim,
  speakerOf,
  type Tx,
} from '../store';
import type { House } from './house';
import { reopenEntry } from './reopen';

/** An account as it speaks: where it can be written to, and its zone. */
export type Speaking = {
  readonly account: Identity;
  readonly address: Address | undefined;
  readonly zone: string | null;
};

/** How a claim ends: nothing of what the platform said, or was wished for, is kept. */
export const settled = (
  tx: Tx,
  claim: AccountClaim,
  state: 'linked' | 'refused',
  personId: string | null,
): AccountClaim => ({
  ...claim,
  state,
  personId,
  profile: undefined,
  wanted: undefined,
  settledAt: tx.at,
  settledBy: tx.actorId ?? null,
});

/**
 * Links an account to a person: what waits for her goes out, and the account's claim is settled everywhere. Where somebody
 * was faster, whose account it is already; nothing is changed then but the claim.
 */
export async function linkTo(
  tx: Tx,
  house: House,
  speaking: Speaking,
  personId: string,
  how: 'email' | 'code' | 'coordinator',
  on: MessageRef | undefined,
): Promise<string> {
  const linked = await linkNewAccount(tx, personId, speaking.account);
  const owner = linked.personId;
  if (linked.isNew) {
    await recordEvent(tx, {
      kind: 'account.linked',
      personId: owner,
      facts: { how, channel: speaking.account.channel },
    });
    await recordAudit(tx, { action: `account.link.${how}`, objectKind: 'person', objectId: owner, outcome: 'done' });
    // She has spoken from there, so she can be written to there: what found no way to her may go now.
    const { account, address, zone } = speaking;
    const speaker = await speakerOf(tx, account, { home: address, zone: zone ?? undefined });
    if (speaker?.back) await house.ledger.revive(tx, owner);
    await reopenEntry(tx, house, owner);
  }
  const claim = await claimOf(tx, speaking.account);
  if (claim && claim.state !== 'linked') {
    await saveClaim(tx, settled(tx, claim, 'linked', owner));
    await house.ledger.redraw(tx, { kind: 'claim', id: claim.claimId }, on);
  }
  return owner;
}
