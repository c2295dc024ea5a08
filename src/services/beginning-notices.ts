import { orientation, sitInAnswered, sitInCard, supervisorTold } from '../cards';
import type { NoticeKinds } from '../delivery';
import { isRunning, sideOf } from '../mentoring';
import { type NoticeRow, peopleById, resourceAsksOf, type Tx } from '../store';
import { orientationView } from './beginning';
import { zoneHere } from './caller';
import type { House } from './house';
import { aboutPairingKind } from './pairing-notices';
import { contactOf } from './request-view';
import { loseSitIn, sitInView } from './sit-in';
import { supervisorBeside } from './supervisor';

/** Of which ask an answer tells, and as it stood at which version. */
const answered = ({ occurrence }: NoticeRow): { readonly personId: string; readonly version: number } => {
  const [personId = '', version] = occurrence.split('|');
  return { personId, version: Number(version) };
};

const askOf = async (tx: Tx, notice: NoticeRow) => {
  const { personId } = answered(notice);
  return (await resourceAsksOf(tx, notice.about.id)).find((each) => each.personId === personId);
};

/** What the bot tells when somebody takes part for the first time. */
export const beginningNotices = (house: House): NoticeKinds => ({
  orientation: aboutPairingKind(
    true,
    async (_, pairing) => isRunning(pairing),
    async (tx, pairing, { personId }) => {
      const side = sideOf(pairing, personId);
      if (!side) throw new Error('Somebody is oriented who is not of the pairing.');
      return orientation(await orientationView(tx, house, pairing, side));
    },
  ),
  'supervisor-told': aboutPairingKind(
    true,
    async (tx, pairing, { personId }) =>
      isRunning(pairing) && (await supervisorBeside(tx, pairing.menteeId, pairing.mentorId))?.personId === personId,
    async (tx, pairing, { personId }) => {
      const beginning = house.programs.get(pairing.programId)?.beginning;
      const people = await peopleById(tx, [pairing.menteeId, personId]);
      const mentee = people.get(pairing.menteeId);
      if (!beginning || !mentee) throw new Error('A notice has lost its mentee or its program.');
      const zone = await zoneHere(tx, people.get(personId)?.zone ?? null);
      return supervisorTold({ mentee: mentee.name, beginning, since: pairing.startedAt, zone, now: tx.at });
    },
  ),
  'resource-asked': {
    ...aboutPairingKind(
      true,
      async (tx, pairing, { personId }) =>
        isRunning(pairing) && (await sitInView(tx, house, pairing.pairingId, personId))?.state === 'asked',
      async (tx, pairing, { personId }) => {
        const view = await sitInView(tx, house, pairing.pairingId, personId);
        if (!view) throw new Error('A notice has lost what was asked.');
        return sitInCard(view);
      },
    ),
    async untold(tx, { about, personId }) {
      if ((await sitInView(tx, house, about.id, personId))?.state === 'asked')
        await loseSitIn(tx, house, about.id, personId);
    },
  },
  'resource-answered': aboutPairingKind(
    false,
    async (tx, pairing, notice) =>
      isRunning(pairing) && (await askOf(tx, notice))?.version === answered(notice).version,
    async (tx, pairing, notice) => {
      const ask = await askOf(tx, notice);
      const people = await peopleById(tx, [pairing.menteeId, ...(ask ? [ask.personId] : [])]);
      const person = ask && people.get(ask.personId);
      if (!ask || !person) throw new Error('A notice has lost whom it is about.');
      const told = { name: person.name, state: ask.state, pairingId: pairing.pairingId };
      if (notice.personId !== pairing.menteeId)
        return sitInAnswered({ ...told, to: 'mentor', mentee: people.get(pairing.menteeId)?.name ?? '' });
      const { mayAsk } = await orientationView(tx, house, pairing, 'mentee');
      return sitInAnswered({ ...told, to: 'mentee', mayAsk, contact: await contactOf(tx, notice.personId, person) });
    },
  ),
});
