import { agendaChanged, type MeetingView, meetingCalledOff, meetingCard, timePicked, timesLapsed } from '../cards';
import type { Card } from '../chat';
import type { NoticeKind, NoticeKinds } from '../delivery';
import { type Meeting, type Pairing, partnerOf, sideOf, worksHere } from '../mentoring';
import { meetingById, type NoticeRow, openMeeting, pairingById, peopleById, type Tx, wasTold } from '../store';
import { type House, labelOf } from './house';
import { meetingView } from './meeting-view';
import { aboutPairingKind } from './pairing-notices';

type Known = { readonly meeting: Meeting; readonly pairing: Pairing };

async function known(tx: Tx, { about }: NoticeRow): Promise<Known | undefined> {
  const meeting = await meetingById(tx, about.id);
  const pairing = meeting && (await pairingById(tx, meeting.pairingId));
  return meeting && pairing ? { meeting, pairing } : undefined;
}

/** A kind of notice about a meeting, to one of its two: wanted or not by its state, drawn from its state. */
const aboutMeetingKind = (
  house: House,
  alone: boolean,
  wanted: (tx: Tx, known: Known, notice: NoticeRow) => Promise<boolean>,
  draw: (view: MeetingView, notice: NoticeRow) => Card,
): NoticeKind => ({
  alone,
  async unwanted(tx, notice) {
    const reader = (await peopleById(tx, [notice.personId])).get(notice.personId);
    if (!reader || !worksHere(reader, tx.at)) return 'left';
    const found = await known(tx, notice);
    if (!found) return 'gone';
    return (await wanted(tx, found, notice)) ? undefined : 'settled';
  },
  async card(tx, notice) {
    const found = await known(tx, notice);
    if (!found) throw new Error('A notice has lost its meeting.');
    return draw(await meetingView(tx, house, found.pairing, found.meeting, notice.personId), notice);
  },
});

/** Whether what a notice was about is still what stands: nothing has happened to the meeting since. */
const stillStands = async (_: Tx, { meeting }: Known, { occurrence }: NoticeRow): Promise<boolean> =>
  meeting.version === Number(occurrence);

const heardOf = ['meeting-proposed', 'meeting-planned', 'meeting-shown'];

/** Only who has heard of the meeting needs to hear that it is off. */
async function wasHeardOf(tx: Tx, { meeting }: Known, { personId, about }: NoticeRow): Promise<boolean> {
  if (meeting.state !== 'called-off') return false;
  for (const kind of heardOf) if (await wasTold(tx, personId, kind, about)) return true;
  return meeting.proposedBy === personId;
}

/** What the bot tells two partners about their meetings and what they prepare, by kind. */
export const meetingNotices = (house: House): NoticeKinds => ({
  'meeting-shown': aboutMeetingKind(
    house,
    true,
    async () => true,
    (view) => meetingCard(view),
  ),
  'meeting-proposed': aboutMeetingKind(house, true, stillStands, (view) => meetingCard(view)),
  'meeting-planned': aboutMeetingKind(house, true, stillStands, (view, { occurrence }) =>
    meetingCard(view, ...(view.meeting.version === Number(occurrence) ? [timePicked(view)] : [])),
  ),
  'meeting-called-off': aboutMeetingKind(house, false, wasHeardOf, (view) => meetingCalledOff(view)),
  'meeting-lapsed': aboutMeetingKind(
    house,
    false,
    async (tx, found, notice) => !(await openMeeting(tx, found.pairing.pairingId)) && stillStands(tx, found, notice),
    (view) => timesLapsed(view),
  ),
  'agenda-changed': aboutPairingKind(
    false,
    async (_, pairing) => pairing.state !== 'ended',
    async (tx, pairing, { personId }) => {
      const writerId = partnerOf(pairing, personId);
      const writer = (await peopleById(tx, [writerId])).get(writerId);
      const side = sideOf(pairing, writerId);
      if (!writer || !side) throw new Error('A pairing has lost one of its people.');
      return agendaChanged(pairing.pairingId, side, writer.name, labelOf(house, pairing.topicId));
    },
  ),
});
