import type { ChannelName, Identity, Inbound, MessageRef } from '../chat';
import type { Role } from '../mentoring';
import {
  adoptGridAccount,
  closeIdentity,
  organizationOfTx,
  type PersonView,
  type Speaker,
  speakerOf,
  type Tx,
} from '../store';
import type { House } from './house';

/** Who acts, from where. `on` is the card acted on. */
export type Caller = {
  readonly person: PersonView;
  readonly roles: readonly Role[];
  readonly channel: ChannelName;
  readonly zone: string;
  readonly on: MessageRef | undefined;
  readonly formTakesPlace: boolean;
  /** Her offers came over from a contact sheet, and she has not been told yet. */
  readonly untold: boolean;
};

/** The person behind an account, with the account's address and zone noted; undefined for an account nobody has linked. */
export async function identify(tx: Tx, house: House, inbound: Inbound): Promise<Caller | undefined> {
  const speaker = await speakerHere(tx, inbound);
  if (!speaker) return undefined;
  const { person, roles, untold, back } = speaker;
  if (back && inbound.kind !== 'uninstalled') await house.ledger.revive(tx, person.personId);
  const zone = person.zone ?? (await organizationOfTx(tx)).zone;
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
