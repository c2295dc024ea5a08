import type { DateTime } from 'luxon';
import {
  type CodeFate,
  codeFrom,
  codeMinutes,
  fateOf,
  nextTry,
  spokenCode,
  triesSince,
  typedCode,
  worksHere,
} from '../mentoring';
import {
  lockCode,
  noteWrongTry,
  peopleById,
  recordAudit,
  recordEvent,
  saveCode,
  spendCode,
  type Tx,
  wrongTries,
} from '../store';
import type { Caller } from './caller';
import type { House } from './house';
import { linkTo } from './link';
import type { Stranger } from './stranger';

/** Gives this person a code for her other account, in the place of the one she had; what she reads, and until when it works. */
export async function makeCode(tx: Tx, caller: Caller): Promise<{ readonly code: string; readonly until: DateTime }> {
  const code = codeFrom(tx.newId());
  const until = tx.at.plus({ minutes: codeMinutes });
  await saveCode(tx, caller.person.personId, code, until);
  await recordEvent(tx, { kind: 'code.made', personId: caller.person.personId });
  await recordAudit(tx, {
    action: 'code.make',
    objectKind: 'person',
    objectId: caller.person.personId,
    outcome: 'done',
  });
  return { code: spokenCode(code), until };
}

export type CodeUse =
  | { readonly use: 'linked'; readonly name: string }
  | { readonly use: Exclude<CodeFate, 'good'> | 'wrong' }
  | { readonly use: 'wait'; readonly until: DateTime };

/** An unknown account types a code: it is the account of whoever was given it. Wrong ones are counted. */
export async function redeemCode(tx: Tx, house: House, stranger: Stranger, typed: string): Promise<CodeUse> {
  const until = nextTry(await wrongTries(tx, stranger.account, triesSince(tx.at)));
  if (until) return { use: 'wait', until };
  const text = typedCode(typed);
  const code = text === undefined ? undefined : await lockCode(tx, text);
  const person = code && (await peopleById(tx, [code.personId])).get(code.personId);
  if (text === undefined || !code || !person || !worksHere(person, tx.at)) {
    await noteWrongTry(tx, stranger.account);
    await recordAudit(tx, { action: 'code.use', objectKind: 'account', outcome: 'denied' });
    return { use: 'wrong' };
  }
  const fate = fateOf(code, tx.at);
  if (fate !== 'good') return { use: fate };
  await spendCode(tx, text);
  await linkTo({ ...tx, actorId: person.personId }, house, stranger, person.personId, 'code', undefined);
  return { use: 'linked', name: person.name };
}
