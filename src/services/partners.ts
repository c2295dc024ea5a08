import { type Pairing, partnerOf } from '../mentoring';
import { identitiesOf, pairingsOf, peopleById, type Tx } from '../store';
import type { Caller } from './caller';
import { type House, labelOf } from './house';

export type Partner = {
  readonly pairing: Pairing;
  readonly personId: string;
  readonly name: string;
  readonly topic: string;
};

const mention = /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/u;
const plain = (text: string): string =>
  text
    .replace(/<\/?at>/gu, '')
    .replace(/^@/u, '')
    .replace(/[._]/gu, ' ')
    .trim()
    .toLowerCase();

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
  const [, account] = mention.exec(who) ?? [];
  if (account !== undefined) return (await identitiesOf(tx, partner.personId)).some(({ userId }) => userId === account);
  const asked = plain(who)
    .split(/\s+/u)
    .filter((word) => !/^(?:mr|mrs|ms|dr)$/u.test(word));
  const own = plain(partner.name).split(/\s+/u);
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
