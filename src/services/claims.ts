import { type ClaimView, day, placeOf } from '../cards';
import type { ChannelName, Option } from '../chat';
import { type Act, type Decision, happened, may, refuse, type Thing, worksHere } from '../mentoring';
import {
  type AccountClaim,
  addPerson,
  claimById,
  countWaitingClaims,
  lockClaim,
  markGuest,
  ownerOf,
  peopleById,
  personByEmail,
  recordAudit,
  recordEvent,
  releaseChat,
  saveClaim,
  searchPeople,
  type Tx,
  unlinkAccount,
  waitingClaims,
} from '../store';
import { actorOf, type Caller } from './caller';
import type { House } from './house';
import { linkTo, settled } from './link';

const mostFound = 15;
const fewestLetters = 2;

/** A claim as its reader sees it: in which chat, in which zone. An account that was linked in the meantime counts as linked. */
export async function claimView(
  tx: Tx,
  claim: AccountClaim,
  reader: { readonly channel: ChannelName | undefined; readonly zone: string },
): Promise<ClaimView> {
  const owner = claim.state === 'linked' ? claim.personId : await ownerOf(tx, claim.account);
  const ids = [owner, claim.notPersonId, claim.settledBy].flatMap((id) => id ?? []);
  const people = await peopleById(tx, ids);
  const name = (id: string | null | undefined): string | undefined => (id == null ? undefined : people.get(id)?.name);
  const told = claim.state !== 'linked' && owner === undefined ? claim.profile : undefined;
  return {
    claimId: claim.claimId,
    state: owner != null ? 'linked' : claim.state,
    guest: claim.guest,
    name: told?.name,
    email: told?.email,
    here: reader.channel === claim.account.channel,
    askedOn: day(claim.createdAt, reader.zone, tx.at),
    not: name(claim.notPersonId),
    person: name(owner),
    by: name(claim.settledBy),
    mayUndo: isByCoordinator(claim) && (claim.state === 'refused' || owner === claim.personId),
    on: claim.settledAt === null ? undefined : day(claim.settledAt, reader.zone, tx.at),
  };
}

const isOpen = async (tx: Tx, claim: AccountClaim): Promise<boolean> =>
  (claim.state === 'waiting' || claim.state === 'asked') && (await ownerOf(tx, claim.account)) === undefined;

const accounts: Thing = { data: 'accounts' };

/** Refuses whoever may not do this with accounts, and notes who tried. */
async function allowed(
  tx: Tx,
  caller: Caller,
  act: Act,
  action: string,
  claimId?: string,
): Promise<Decision<never> | undefined> {
  if (may(actorOf(caller), act, accounts)) return undefined;
  const object = claimId === undefined ? {} : { objectId: claimId };
  await recordAudit(tx, { action, objectKind: 'claim', ...object, outcome: 'denied' });
  return refuse({ code: 'coordinators-only' });
}

export type Seen = { readonly view: ClaimView; readonly changed: boolean };

async function seen(tx: Tx, caller: Caller, claimId: string, changed: boolean): Promise<Decision<Seen>> {
  const claim = await claimById(tx, claimId);
  return claim ? happened({ view: await claimView(tx, claim, caller), changed }) : refuse({ code: 'no-such-claim' });
}

/** How an account stands, for a coordinator. */
export async function claimFor(tx: Tx, caller: Caller, claimId: string): Promise<Decision<Seen>> {
  const no = await allowed(tx, caller, 'read', 'claim.read', claimId);
  if (no) return no;
  await recordAudit(tx, { action: 'claim.read', objectKind: 'claim', objectId: claimId, outcome: 'done' });
  return seen(tx, caller, claimId, false);
}

/** The accounts that wait, `most` of them from the one at `from` on, and how many there are. */
export async function accountsWaiting(
  tx: Tx,
  caller: Caller,
  from: number,
  most: number,
): Promise<Decision<{ readonly shown: readonly ClaimView[]; readonly total: number }>> {
  const no = await allowed(tx, caller, 'list', 'claim.list');
  if (no) return no;
  await recordAudit(tx, { action: 'claim.list', objectKind: 'claim', outcome: 'done' });
  const shown: ClaimView[] = [];
  for (const claim of await waitingClaims(tx, from, most)) shown.push(await claimView(tx, claim, caller));
  return happened({ shown, total: await countWaitingClaims(tx) });
}

/** People of the directory whose name or address holds these letters, for a coordinator; nobody for anybody else. */
export async function findPeople(tx: Tx, caller: Caller, text: string): Promise<readonly Option[]> {
  const words = text.trim();
  if (words.length < fewestLetters || (await allowed(tx, caller, 'list', 'person.search'))) return [];
  return (await searchPeople(tx, words, mostFound)).map((person) => {
    const detail = placeOf(person);
    return { value: person.personId, label: person.name, ...(detail === null ? {} : { detail }) };
  });
}

/** Whose account it is: somebody of the directory, or somebody new. */
export type Whom = { readonly personId: string } | { readonly name: string; readonly email: string };

/** What stands in the way of that person; a name where somebody has the address already. */
export type WhomFault = { readonly fault: 'gone' | 'left' } | { readonly fault: 'taken'; readonly name: string };

/** What is wrong with a person whom an account shall belong to; undefined where nothing is. */
async function faultOf(tx: Tx, whom: Whom): Promise<WhomFault | undefined> {
  if ('personId' in whom) {
    const person = (await peopleById(tx, [whom.personId])).get(whom.personId);
    return person && worksHere(person, tx.at) ? undefined : { fault: 'gone' };
  }
  const known = await personByEmail(tx, whom.email);
  const person = known === undefined ? undefined : (await peopleById(tx, [known])).get(known);
  if (!person) return undefined;
  return worksHere(person, tx.at) ? { fault: 'taken', name: person.name } : { fault: 'left' };
}

async function admit(tx: Tx, { name, email }: { name: string; email: string }, claim: AccountClaim): Promise<string> {
  const personId = await addPerson(tx, name, email, null);
  if (claim.guest) await markGuest(tx, personId);
  await recordEvent(tx, { kind: 'person.added', personId, facts: { guest: claim.guest } });
  await recordAudit(tx, { action: 'person.add', objectKind: 'person', objectId: personId, outcome: 'done' });
  return personId;
}

/**
 * A coordinator says whose account it is: it is linked, and its person is welcomed there. `changed` is false where it was
 * settled before. A fault is about the person, and nothing was done.
 */
export async function linkClaim(
  tx: Tx,
  house: House,
  caller: Caller,
  claimId: string,
  whom: Whom,
): Promise<Decision<Seen> | WhomFault> {
  const no = await allowed(tx, caller, 'write', 'account.link', claimId);
  if (no) return no;
  const claim = await lockClaim(tx, claimId);
  if (!claim || !(await isOpen(tx, claim))) return seen(tx, caller, claimId, false);
  const fault = await faultOf(tx, whom);
  if (fault) return fault;
  const personId = 'personId' in whom ? whom.personId : await admit(tx, whom, claim);
  const owner = await linkTo(tx, house, claim, personId, 'coordinator', caller.on);
  const about = { kind: 'claim' as const, id: claimId };
  await house.ledger.tell(tx, { to: owner, kind: 'account-linked', about, occurrence: tx.newId() });
  return seen(tx, caller, claimId, owner === personId);
}

/** Writes what a coordinator decided about a claim, and redraws it wherever it stands. */
async function decided(
  tx: Tx,
  house: House,
  caller: Caller,
  claim: AccountClaim,
  act: string,
): Promise<Decision<Seen>> {
  await saveClaim(tx, claim);
  await recordEvent(tx, { kind: `account.${act}`, facts: { claim: claim.claimId } });
  await recordAudit(tx, { action: `account.${act}`, objectKind: 'claim', objectId: claim.claimId, outcome: 'done' });
  await house.ledger.redraw(tx, { kind: 'claim', id: claim.claimId }, caller.on);
  return seen(tx, caller, claim.claimId, true);
}

/** Not one of us: the account is told so kindly when it writes again, and nothing of it is kept. */
export async function refuseClaim(tx: Tx, house: House, caller: Caller, claimId: string): Promise<Decision<Seen>> {
  const no = await allowed(tx, caller, 'write', 'account.refused', claimId);
  if (no) return no;
  const claim = await lockClaim(tx, claimId);
  if (!claim || !(await isOpen(tx, claim))) return seen(tx, caller, claimId, false);
  return decided(tx, house, caller, settled(tx, claim, 'refused', null), 'refused');
}

/** Whether a coordinator decided this, and not the account's own person: only that can be taken back. */
const isByCoordinator = ({ state, settledBy, personId }: AccountClaim): boolean =>
  state === 'refused' || (state === 'linked' && settledBy !== null && settledBy !== personId);

/**
 * Takes back what a coordinator decided: the account belongs to nobody and waits again. What its person was sent there
 * is not redrawn any more, as somebody else may read it.
 */
export async function undoClaim(tx: Tx, house: House, caller: Caller, claimId: string): Promise<Decision<Seen>> {
  const no = await allowed(tx, caller, 'write', 'account.undone', claimId);
  if (no) return no;
  const claim = await lockClaim(tx, claimId);
  if (!claim || !isByCoordinator(claim)) return seen(tx, caller, claimId, false);
  if (claim.state === 'linked') {
    if (claim.personId === null || !(await unlinkAccount(tx, claim.personId, claim.account)))
      return seen(tx, caller, claimId, false);
    await releaseChat(tx, claim.personId, claim.account.channel);
  }
  const again = { state: 'waiting', personId: null, lookedAt: null, settledAt: null, settledBy: null } as const;
  return decided(tx, house, caller, { ...claim, ...again }, 'undone');
}

/** The card that a coordinator acted on shows this claim from now on, and follows it. */
export async function followClaim(tx: Tx, house: House, caller: Caller, claimId: string): Promise<void> {
  if (!caller.on) return;
  const about = { kind: 'claim' as const, id: claimId };
  const notice = { to: caller.person.personId, kind: 'account-claimed', about, occurrence: tx.newId() };
  await house.ledger.adopt(tx, notice, caller.on);
}
