import type { Identity, Inbound } from '../chat';
import { adoptGridAccount, closeIdentity, type Speaker, speakerOf, type Tx } from '../store';
import { type Caller, zoneHere } from './caller';
import type { House } from './house';
import { reopenEntry } from './reopen';

/** The person behind an account, with the account's address and zone noted; undefined for an account nobody has linked. */
export async function identify(tx: Tx, house: House, inbound: Inbound): Promise<Caller | undefined> {
  const speaker = await speakerHere(tx, inbound);
  if (!speaker) return undefined;
  const { person, roles, untold, back } = speaker;
  if (back && inbound.kind !== 'uninstalled') {
    await house.ledger.revive(tx, person.personId);
    await house.ledger.redraw(tx, { kind: 'person', id: person.personId }, inbound.on);
    await reopenEntry(tx, house, person.personId);
  }
  const zone = await zoneHere(tx, person.zone);
  return {
    person,
    roles,
    channel: inbound.from.channel,
    zone,
    on: inbound.on,
    formTakesPlace: inbound.formTakesPlace === true,
    untold,
  };
}

/** Somebody known in one workspace of a Grid is known in all of it: her account is looked for there, once. */
async function speakerHere(tx: Tx, { from, zone, home }: Inbound): Promise<Speaker | undefined> {
  const known = await speakerOf(tx, from, { zone, home });
  if (known || from.channel !== 'slack') return known;
  return (await adoptGridAccount(tx, from.tenant, from.user)) ? speakerOf(tx, from, { zone, home }) : undefined;
}

/** This account cannot be written to any more, until its person speaks from it again. */
export const closeAccount = (tx: Tx, from: Identity): Promise<void> => closeIdentity(tx, from);
