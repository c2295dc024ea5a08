import type { ReaderView } from '../cards';
import { placeOf } from '../cards';
import { type Concern, type ConcernReader, concernReaders } from '../mentoring';
import { concernCandidates, pairingById, pairingsOf, peopleById, type Tx } from '../store';

type About = Pick<Concern, 'writerId' | 'pairingId' | 'passedOver'>;

/**
 * Who may read what this person has to say, the one to suggest first: nobody who is a party to the exchange that it is
 * about or to any that she is in now, nor anybody whom she passed over.
 */
export async function readersFor(
  tx: Tx,
  { writerId, pairingId, passedOver }: About,
): Promise<readonly ConcernReader[]> {
  const about = pairingId === null ? undefined : await pairingById(tx, pairingId);
  const parties = [...(await pairingsOf(tx, writerId)), ...(about ? [about] : [])].flatMap(({ mentorId, menteeId }) => [
    mentorId,
    menteeId,
  ]);
  const candidates = await concernCandidates(tx, writerId, about?.programId ?? null);
  return concernReaders(candidates, new Set([writerId, ...parties, ...passedOver]));
}

/** The same as a form names them. */
export async function readerViews(tx: Tx, about: About): Promise<readonly ReaderView[]> {
  const readers = await readersFor(tx, about);
  const people = await peopleById(
    tx,
    readers.map(({ personId }) => personId),
  );
  return readers.flatMap((reader) => {
    const person = people.get(reader.personId);
    return person ? [{ ...reader, name: person.name, office: placeOf(person) }] : [];
  });
}
