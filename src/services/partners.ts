import { type Pairing, partnerOf } from '../mentoring';
import { identitiesOf, pairingsOf, peopleById, type Tx } from '../store';
import type { Caller } from './caller';
import { type House, labelOf } from './house';
import { accountIn, nameWords } from './name-words';

export type Partner = {
  readonly pairing: Pairing;
  readonly personId: string;
  readonly name: string;
  readonly topic: string;
};

/** The pairings that this person is in, with whom and about what; the oldest first. */
export async function partnersFor(
  tx: Tx,
  house: House,
  { person }: Pick<Caller, 'person'>,
): Promise<readonly Partner[]> {
  const pairings = await pairingsOf(tx, person.personId);
  const people = await peopleById(
    tx,
    pairings.map((pairing) => partnerOf(pairing, person.personId)),
  );
  return pairings.map((pairing) => {
    const personId = partnerOf(pairing, person.personId);
    return { pairing, personId, name: people.get(personId)?.name ?? '', topic: labelOf(house, pairing.topicId) };
  });
}

async function isMeant(tx: Tx, partner: Partner, who: string): Promise<boolean> {
  const account = accountIn(who);
  if (account !== undefined) return (await identitiesOf(tx, partner.personId)).some(({ userId }) => userId === account);
  const [asked, own] = [nameWords(who), nameWords(partner.name)];
  return asked.length > 0 && asked.every((word) => own.includes(word));
}

/** Those of one's partners whom these words name: a first name, a full name, or a mention as the channel writes it. */
export async function partnersNamed(
  tx: Tx,
  house: House,
  caller: Pick<Caller, 'person'>,
  who: string,
): Promise<readonly Partner[]> {
  const meant: Partner[] = [];
  for (const partner of await partnersFor(tx, house, caller)) if (await isMeant(tx, partner, who)) meant.push(partner);
  return meant;
}
