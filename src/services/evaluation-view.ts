import type { EvaluationView, WordsView } from '../cards';
import {
  decideEvaluation,
  type Evaluation,
  isRunning,
  type Pairing,
  partnerOf,
  quarterOf,
  releaseMoment,
  type Session,
  sideOf,
} from '../mentoring';
import { evaluationOf, evaluationWords, organizationOfTx, peopleById, type Tx } from '../store';
import { zoneHere } from './caller';
import { daysOffOf } from './days-off-here';
import { contactFor } from './evaluation-contact';
import { type House, labelOf } from './house';
import { contactOf, onCard } from './request-view';

/** A session as this one of its two people evaluates it, or has evaluated it. */
export async function evaluationView(
  tx: Tx,
  house: House,
  session: Session,
  pairing: Pairing,
  readerId: string,
): Promise<EvaluationView> {
  const people = await peopleById(tx, [readerId, partnerOf(pairing, readerId)]);
  const own = people.get(readerId);
  const partner = people.get(partnerOf(pairing, readerId));
  const reader = sideOf(pairing, readerId);
  if (!own || !partner || !reader) throw new Error('An evaluation has lost one of its people.');
  const { zone } = await organizationOfTx(tx);
  const quarter = quarterOf(tx.at, zone);
  const given = await evaluationOf(tx, session.sessionId, readerId);
  return {
    sessionId: session.sessionId,
    pairingId: pairing.pairingId,
    heldOn: session.heldOn,
    reader,
    partner: onCard(partner),
    topic: labelOf(house, session.topicId),
    given,
    mayChange: decideEvaluation(session, given, quarter).ok,
    pairing: isRunning(pairing) ? pairing.state : 'ended',
    contact: (await contactFor(tx, pairing, readerId))?.name,
    comesOut: releaseMoment(given?.quarter ?? quarter, zone, tx.at, await daysOffOf(tx)),
    zone: await zoneHere(tx, own.zone),
    now: tx.at,
  };
}

/** Her own words, for the form in which she changes them. */
export const ownEvaluationWords = evaluationWords;

/** One answer that its writer has ticked for this reader, with the words; the right to it must be checked before. */
export async function wordsView(
  tx: Tx,
  house: House,
  evaluation: Evaluation,
  session: Session,
  readerId: string,
): Promise<WordsView> {
  const people = await peopleById(tx, [evaluation.writerId, evaluation.aboutId]);
  const [writer, about] = [people.get(evaluation.writerId), people.get(evaluation.aboutId)];
  if (!writer || !about) throw new Error('An evaluation has lost one of its people.');
  return {
    writer: onCard(writer),
    about: onCard(about),
    side: evaluation.writerSide,
    heldOn: session.heldOn,
    topic: labelOf(house, evaluation.topicId),
    answers: evaluation,
    words: await evaluationWords(tx, evaluation),
    contact: await contactOf(tx, readerId, writer),
    now: tx.at,
  };
}
