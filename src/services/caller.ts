import type { ChannelName, MessageRef } from '../chat';
import type { Actor, Role } from '../mentoring';
import { organizationOfTx, type PersonView, type Tx } from '../store';

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

/** The zone in which somebody reads times: her own, or the organization's where hers is not known. */
export const zoneHere = async (tx: Tx, own: string | null): Promise<string> => own ?? (await organizationOfTx(tx)).zone;

/** The caller as rights are asked for her. */
export const actorOf = ({ person, roles }: Pick<Caller, 'person' | 'roles'>): Actor => ({
  personId: person.personId,
  roles,
});
