import {
  type Answers,
  type Decision,
  decideEvaluation,
  type Evaluation,
  happened,
  type Pairing,
  partnerOf,
  quarterOf,
  refuse,
  type Session,
  type Side,
} from '../mentoring';
import {
  type EvaluationWords,
  evaluationOf,
  lockPairing,
  organizationOfTx,
  saveEvaluation,
  type Tx,
  type Unevaluated,
  unevaluatedBy,
} from '../store';
import type { Caller } from './caller';
import { goOn } from './end';
import { asksForEvaluations, expectRelease } from './evaluation-ask';
import { contactFor } from './evaluation-contact';
import type { House } from './house';
import { aboutSession, sessionFor } from './sessions';

/** What a writer sends: her answers, and her own words. */
export type GivenEvaluation = Answers & EvaluationWords;

type Seen = {
  readonly session: Session;
  readonly pairing: Pairing;
  readonly reader: Side;
  /** Hers of this session, where she has given one. */
  readonly own: Evaluation | undefined;
};

/** Sessions that this person has not evaluated yet, of each of her pairings the last one, the newest first. */
export const toEvaluate = (tx: Tx, house: House, { person }: Pick<Caller, 'person'>): Promise<readonly Unevaluated[]> =>
  unevaluatedBy(
    tx,
    person.personId,
    [...house.programs.values()].filter(({ evaluates }) => evaluates).map(({ id }) => id),
  );

/** A session that this person may evaluate, as one of its two, with what she has said of it already. */
export async function evaluationFor(
  tx: Tx,
  house: House,
  caller: Pick<Caller, 'person'>,
  sessionId: string,
): Promise<Decision<Seen>> {
  const found = await sessionFor(tx, caller, sessionId);
  const [seen] = found.ok ? found.events : [];
  if (!found.ok || !seen) return found.ok ? refuse({ code: 'no-such-session' }) : found;
  if (!asksForEvaluations(house, seen.pairing)) return refuse({ code: 'no-evaluations-here' });
  return happened({ ...seen, own: await evaluationOf(tx, sessionId, caller.person.personId) });
}

/** Whether she can evaluate it now, or change what she has said. */
export async function mayEvaluate(tx: Tx, { session, own }: Pick<Seen, 'session' | 'own'>): Promise<Decision<unknown>> {
  return decideEvaluation(session, own, quarterOf(tx.at, (await organizationOfTx(tx)).zone));
}

/** Brings the one answer to whom the writer has ticked: her coordinator, her partner. What was ticked before is redrawn. */
async function bring(tx: Tx, house: House, pairing: Pairing, own: Evaluation, words: EvaluationWords): Promise<void> {
  const about = aboutSession(own.sessionId);
  const occurrence = own.evaluationId;
  const coordinator = own.contactMe ? await contactFor(tx, pairing, own.writerId) : undefined;
  if (coordinator)
    await house.ledger.tell(tx, { to: coordinator.personId, kind: 'evaluation-contact', about, occurrence });
  if (own.showsPartner && `${words.helped}${words.improve}` !== '')
    await house.ledger.tell(tx, {
      to: partnerOf(pairing, own.writerId),
      kind: 'evaluation-words',
      about,
      occurrence,
    });
}

/**
 * Keeps one person's evaluation of a session, decided under the lock of its pairing: sent twice, it is one. In a trial, "go
 * on" counts as her word for it. Refused as the domain says, and to anybody but the two. There is no event of it: that
 * would hold a finer time than the quarter.
 */
export async function giveEvaluation(
  tx: Tx,
  house: House,
  caller: Caller,
  sessionId: string,
  { helped, improve, ...answers }: GivenEvaluation,
): Promise<Decision<Evaluation>> {
  const known = await evaluationFor(tx, house, caller, sessionId);
  const [before] = known.ok ? known.events : [];
  if (!known.ok || !before) return known.ok ? refuse({ code: 'no-such-session' }) : known;
  const writerId = caller.person.personId;
  const pairing = (await lockPairing(tx, before.pairing.pairingId)) ?? before.pairing;
  const standing = await evaluationOf(tx, sessionId, writerId);
  const { zone } = await organizationOfTx(tx);
  const quarter = quarterOf(tx.at, zone);
  const decision = decideEvaluation(before.session, standing, quarter);
  if (!decision.ok) return decision;
  const own: Evaluation = {
    ...answers,
    evaluationId: standing?.evaluationId ?? tx.newId(),
    sessionId,
    writerId,
    writerSide: before.reader,
    aboutId: partnerOf(pairing, writerId),
    programId: pairing.programId,
    topicId: before.session.topicId,
    quarter,
  };
  const words = { helped, improve };
  if (!(await saveEvaluation(tx, own, words))) throw new Error('An evaluation changed under the lock of its pairing.');
  await expectRelease(tx);
  await bring(tx, house, pairing, own, words);
  if (own.goOn === 'yes' && pairing.state === 'trial') await goOn(tx, house, caller, pairing.pairingId);
  await house.ledger.redraw(tx, aboutSession(sessionId), caller.on);
  return happened(own);
}
