import type { ChannelName, Identity, Inbound, MessageRef } from '../chat';
import type { Role } from '../mentoring';
import { closeIdentity, organizationOfTx, type PersonView, speakerOf, type Tx } from '../store';
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
  const speaker = await speakerOf(tx, inbound.from, { zone: inbound.zone, home: inbound.home });
  if (!speaker) return undefined;
  const { person, roles, untold, back } = speaker;
  if (back && inbound.kind !== 'uninstalled') await house.ledger.revive(tx, person.personId);
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

/** This account cannot be written to any more, until its person speaks from it again. */
export const closeAccount = (tx: Tx, from: Identity): Promise<void> => closeIdentity(tx, from);

/** The zone in which somebody reads times: her own, or the organization's where hers is not known. */
export const zoneHere = async (tx: Tx, own: string | null): Promise<string> => own ?? (await organizationOfTx(tx)).zone;
