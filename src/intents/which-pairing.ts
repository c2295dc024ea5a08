import { choosePairing, noSuchPartner, refusal, unknownPartner } from '../cards';
import { type Reply, say, type Token } from '../chat';
import type { Pairing, Side } from '../mentoring';
import { type Partner, pairingFor, partnersFor, partnersNamed } from '../services';
import type { Turn } from './intent';

export type Which = { readonly pairing?: string | undefined; readonly who?: string | undefined };
export type Meant = { readonly pairing: Pairing; readonly reader: Side };
type Choice = { readonly name: string; readonly token: Token };
/** Which pairing is meant, or what is said instead; `choices` are those that can be picked, in order. */
type Found = { readonly meant: Meant } | { readonly replies: readonly Reply[]; readonly choices?: readonly Choice[] };

type Asking = Pick<Turn, 'tx' | 'house' | 'caller'>;

/**
 * The pairing that is meant: by its id, by how the partner was named, or the only one there is. Else the reply that asks
 * `question` with a button for each partner, or says that there is none.
 */
export async function whichPairing(
  { tx, house, caller }: Asking,
  { pairing, who }: Which,
  question: string,
  tokenOf: (pairing: string) => Token,
): Promise<Found> {
  if (pairing !== undefined) return byId({ tx, caller }, pairing);
  const partners = await (who === undefined ? partnersFor(tx, house, caller) : partnersNamed(tx, house, caller, who));
  const [only] = partners;
  if (only && partners.length === 1) return byId({ tx, caller }, only.pairing.pairingId);
  if (only) return choose(partners, question, tokenOf);
  const others = who === undefined ? [] : await partnersFor(tx, house, caller);
  if (who === undefined || others.length === 0) return { replies: [say(noSuchPartner(who))] };
  return choose(others, unknownPartner(who, question), tokenOf);
}

function choose(partners: readonly Partner[], question: string, tokenOf: (pairing: string) => Token): Found {
  const choices = partners.map(({ name, topic, pairing: { pairingId } }) => ({
    name,
    topic,
    token: tokenOf(pairingId),
  }));
  const rows = choices.map(({ name, topic, token }) => ({
    name,
    topic,
    button: { label: 'This one', spoken: `${name}, ${topic}`, token },
  }));
  return { replies: [say(choosePairing(question, rows))], choices };
}

async function byId({ tx, caller }: Pick<Asking, 'tx' | 'caller'>, pairingId: string): Promise<Found> {
  const found = await pairingFor(tx, caller, pairingId);
  if (!found.ok) return { replies: [say(refusal(found.because))] };
  const [meant] = found.events;
  return meant ? { meant } : { replies: [] };
}
