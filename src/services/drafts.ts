import { DateTime } from 'luxon';
import type { DraftView } from '../cards';
import type { FormValues, Token } from '../chat';
import { partnerOf } from '../mentoring';
import {
  type DraftKey,
  type DraftWords,
  deleteDraft,
  draftAt,
  draftsOf,
  pairingById,
  peopleById,
  requestById,
  saveDraft,
  type Tx,
} from '../store';
import type { Caller } from './caller';

const mostCharacters = 40_000;
const isId = (value: string | number): boolean =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(value);

/**
 * What a form is about: the ids in its token, without versions and words, so that the same form opened in another way
 * finds its draft. The id that a new request will have says nothing about it.
 */
export const subjectOf = ({ args }: Token): string =>
  Object.entries(args)
    .filter(([name, value]) => name !== 'draft' && isId(value))
    .map(([name, value]) => `${name}:${value}`)
    .toSorted()
    .join(',');

const keyOf = (personId: string, form: Token): DraftKey => ({
  personId,
  intent: form.intent,
  subject: subjectOf(form),
});
const isTyped = (value: string | readonly string[]): boolean => value.length > 0;

/** Keeps what somebody typed into a form that could not be worked off. Nothing to keep where she typed nothing. */
export async function keepDraft(tx: Tx, personId: string, form: Token, values: FormValues): Promise<void> {
  const typed = Object.entries(values).flatMap(([id, value]) =>
    isTyped(value) ? [[id, typeof value === 'string' ? value : [...value]] as const] : [],
  );
  const words: DraftWords = { args: form.args, values: Object.fromEntries(typed) };
  if (typed.length === 0 || JSON.stringify(words).length > mostCharacters) return;
  await saveDraft(tx, keyOf(personId, form), words);
}

/** What this person had typed into this form; undefined where nothing is kept. */
export const draftFor = async (tx: Tx, personId: string, form: Token): Promise<FormValues | undefined> =>
  (await draftAt(tx, keyOf(personId, form)))?.values;

/** The form was sent, or its draft is not wanted any more; false where there was none. */
export const dropDraft = (tx: Tx, personId: string, form: Token): Promise<boolean> =>
  deleteDraft(tx, keyOf(personId, form));

/** Which form it was, with the arguments that open it again; undefined where nothing is kept. */
export async function draftToken(
  tx: Tx,
  { person: { personId } }: Pick<Caller, 'person'>,
  { form: intent, subject }: { readonly form: string; readonly subject: string },
): Promise<Token | undefined> {
  const words = await draftAt(tx, { personId, intent, subject });
  return words && { intent, args: words.args };
}

/** The forms that this person has begun and not sent, the newest first. */
export async function openDrafts(
  tx: Tx,
  { person: { personId }, zone }: Pick<Caller, 'person' | 'zone'>,
): Promise<readonly DraftView[]> {
  const views: DraftView[] = [];
  for (const { intent: form, subject, keptAt } of await draftsOf(tx, personId)) {
    const other = await otherIn(tx, personId, subject);
    const who = other === undefined ? undefined : (await peopleById(tx, [other])).get(other)?.name;
    views.push({ form, subject, who, keptAt: DateTime.fromJSDate(keptAt, { zone: 'utc' }), zone, now: tx.at });
  }
  return views;
}

/** Whom a form is about, seen from its writer. */
async function otherIn(tx: Tx, personId: string, subject: string): Promise<string | undefined> {
  const [name, id = ''] = subject.split(',')[0]?.split(':') ?? [];
  if (name === 'mentor') return id;
  const pair =
    name === 'request' ? await requestById(tx, id) : name === 'pairing' ? await pairingById(tx, id) : undefined;
  return pair === undefined ? undefined : partnerOf(pair, personId);
}
