import { choosePairing, noSuchPartner, refusal } from '../cards';
import { type Reply, say, type Token } from '../chat';
import type { Pairing, Side } from '../mentoring';
import { pairingFor, partnersFor, partnersNamed } from '../services';
import type { Turn } from './intent';

export type Which = { readonly pairing?: string | undefined; readonly who?: string | undefined };
export type Meant = { readonly pairing: Pairing; readonly reader: Side };

/**
 * The pairing that is meant: by its id, by how the partner was named, or the only one there is. Else the reply that asks
 * `question` with a button for each partner, or says that there is none.
 */
export async function whichPairing(
  { tx, house, caller }: Turn,
  { pairing, who }: Which,
  question: string,
  tokenOf: (pairing: string) => Token,
): Promise<{ readonly meant: Meant } | { readonly replies: readonly Reply[] }> {
  if (pairing !== undefined) return byId({ tx, house, caller }, pairing);
  const partners = await (who === undefined ? partnersFor(tx, house, caller) : partnersNamed(tx, house, caller, who));
  const [only] = partners;
  if (!only) return { replies: [say(noSuchPartner(who))] };
  if (partners.length === 1) return byId({ tx, house, caller }, only.pairing.pairingId);
  const choices = partners.map(({ name, topic, pairing: { pairingId } }) => ({
    name,
    topic,
    button: { label: 'This one', spoken: `${name}, ${topic}`, token: tokenOf(pairingId) },
  }));
  return { replies: [say(choosePairing(question, choices))] };
}

async function byId(
  { tx, caller }: Turn,
  pairingId: string,
): Promise<{ readonly meant: Meant } | { readonly replies: readonly Reply[] }> {
  const found = await pairingFor(tx, caller, pairingId);
  if (!found.ok) return { replies: [say(refusal(found.because))] };
  const [meant] = found.events;
  return meant ? { meant } : { replies: [] };
}
