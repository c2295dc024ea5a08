import {
  accountList,
  claimCard,
  clockTime,
  justLinked,
  justRefused,
  knownAlready,
  linkCode,
  linkFaults,
  linkForm,
  mostEmail,
  mostName,
  nothingChanged,
  refusal,
  tokens,
  waitsAgain,
} from '../cards';
import { type Block, cleanText, type FieldErrors, type FormValues, type Reply, replaceWith, say } from '../chat';
import type { Decision } from '../mentoring';
import {
  accountsWaiting,
  claimFor,
  findPeople,
  followClaim,
  linkClaim,
  makeCode,
  refuseClaim,
  type Seen,
  typeInPlace,
  undoClaim,
  type Whom,
  type WhomFault,
} from '../services';
import { intent, type Turn } from './intent';

type Replies = Promise<readonly Reply[]>;

/** Two accounts with two buttons each, and two to turn pages: as many as a card holds in either client. */
const accountsPerPage = 2;

async function listed(turn: Turn, page: number, as: 'new' | 'replace', ...first: readonly Block[]): Replies {
  const { tx, caller } = turn;
  const found = await accountsWaiting(tx, caller, (page - 1) * accountsPerPage, accountsPerPage);
  const [seen] = found.ok ? found.events : [];
  if (!seen) return [say(refusal({ code: 'coordinators-only' }))];
  if (seen.shown.length === 0 && page > 1) return listed(turn, 1, as, ...first);
  const next = seen.total > page * accountsPerPage ? page + 1 : undefined;
  return [{ kind: 'card', card: accountList(seen.shown, seen.total, page, next, ...first), as }];
}

/** How an account stands after what was done: in the list that she came from, or on the card that follows it. */
async function outcome(turn: Turn, decision: Decision<Seen>, done: Block, page?: number): Replies {
  if (!decision.ok) return [replaceWith(refusal(decision.because))];
  const [seen] = decision.events;
  if (!seen) return [];
  const first = seen.changed ? done : nothingChanged();
  if (page !== undefined) return listed(turn, page, 'replace', first);
  await followClaim(turn.tx, turn.house, turn.caller, seen.view.claimId);
  return [replaceWith(claimCard(seen.view, ...(seen.changed ? [] : [first])))];
}

export const accounts = intent('accounts', tokens.accounts, {
  run: ({ page }, turn) => listed(turn, page ?? 1, page === undefined ? 'new' : 'replace'),
});

export const claim = intent('claim', tokens.claim, {
  async run({ claim: id }, turn) {
    const found = await claimFor(turn.tx, turn.caller, id);
    const [seen] = found.ok ? found.events : [];
    if (!found.ok || !seen) return found.ok ? [] : [say(refusal(found.because))];
    await followClaim(turn.tx, turn.house, turn.caller, id);
    return [replaceWith(claimCard(seen.view))];
  },
});

export const refuseAccount = intent('refuse-account', tokens['refuse-account'], {
  run: async ({ claim: id, page }, turn) =>
    outcome(turn, await refuseClaim(turn.tx, turn.house, turn.caller, id), justRefused(), page),
});

export const undo = intent('undo-claim', tokens['undo-claim'], {
  run: async ({ claim: id }, turn) =>
    outcome(turn, await undoClaim(turn.tx, turn.house, turn.caller, id), waitsAgain()),
});

const typed = (values: FormValues, id: string): string => {
  const value = values[id];
  return typeof value === 'string' ? cleanText(value).replace(/\s+/gu, ' ').trim() : '';
};

const isEmail = (text: string): boolean => /^[^\s@<>"]+@[^\s@<>"]+$/u.test(text);

/** Reads whom the account shall belong to: somebody picked, or somebody new. */
function whomOf(values: FormValues): { readonly whom: Whom } | { readonly errors: FieldErrors } {
  const [person, name, email] = [typed(values, 'person'), typed(values, 'name'), typed(values, 'email')];
  if (person !== '') {
    if (name !== '' || email !== '') return { errors: { [name === '' ? 'email' : 'name']: linkFaults.both } };
    const picked = tokens.claim.shape.claim.safeParse(person);
    return picked.success ? { whom: { personId: picked.data } } : { errors: { person: linkFaults.gone } };
  }
  if (name === '' && email === '') return { errors: { person: linkFaults.nobody } };
  const errors = {
    ...(name === '' ? { name: linkFaults.name } : {}),
    ...(name.length > mostName ? { name: linkFaults.long(name.length, mostName) } : {}),
    ...(isEmail(email) ? {} : { email: linkFaults.email }),
    ...(email.length > mostEmail ? { email: linkFaults.long(email.length, mostEmail) } : {}),
  };
  return Object.keys(errors).length > 0 ? { errors } : { whom: { name, email: email.toLowerCase() } };
}

const errorsOf = (fault: WhomFault): FieldErrors => {
  switch (fault.fault) {
    case 'gone':
      return { person: linkFaults.gone };
    case 'left':
      return { email: linkFaults.left };
    case 'taken':
      return { email: linkFaults.taken(fault.name) };
  }
};

type Args = { readonly claim: string; readonly page?: number | undefined };

/** The form, with what was typed; where the account does not wait any more, how it stands. */
async function form(args: Args, turn: Turn, values?: FormValues, errors?: FieldErrors): Replies {
  const found = await claimFor(turn.tx, turn.caller, args.claim);
  const [seen] = found.ok ? found.events : [];
  if (!seen || (seen.view.state !== 'waiting' && seen.view.state !== 'asked'))
    return outcome(turn, found, nothingChanged(), args.page);
  await typeInPlace(turn.tx, turn.house, turn.caller);
  const shown = { kind: 'form', form: linkForm(seen.view, args.page) } as const;
  return [values && errors ? { ...shown, values, errors } : shown];
}

/** A coordinator says whose account it is. */
export const linkAccount = intent('link-account', tokens['link-account'], {
  run: (args, turn) => form(args, turn),
  async submit(args, values, turn) {
    const read = whomOf(values);
    if ('errors' in read) return form(args, turn, values, read.errors);
    const decision = await linkClaim(turn.tx, turn.house, turn.caller, args.claim, read.whom);
    if ('fault' in decision) return form(args, turn, values, errorsOf(decision));
    const [seen] = decision.ok ? decision.events : [];
    return outcome(turn, decision, justLinked(seen?.view.person ?? ''), args.page);
  },
});

export const findPerson = intent('find-person', tokens['find-person'], {
  run: async () => [],
  search: async (_, text, turn) => [{ kind: 'choices', options: await findPeople(turn.tx, turn.caller, text) }],
});

/** A code for one's other account. */
export const link = intent('link', tokens.link, {
  async run(_, { tx, caller }) {
    const { code, until } = await makeCode(tx, caller);
    return [say(linkCode(code, clockTime(until, caller.zone)))];
  },
});

const isKnown = async (_: unknown, { caller }: Turn): Replies => [replaceWith(knownAlready(caller.person.name))];

/** What only unknown accounts are asked: whoever presses it later, or twice, is known by now. */
export const thatsMe = intent('thats-me', tokens['thats-me'], { run: isKnown });
export const notMe = intent('not-me', tokens['not-me'], { run: isKnown });
export const knock = intent('knock', tokens.knock, { run: isKnown });
