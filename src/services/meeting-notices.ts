import {
  agendaChanged,
  type MeetingView,
  meetingCalledOff,
  meetingCard,
  meetingReminder,
  metCard,
  timePicked,
  timesLapsed,
} from '../cards';
import type { Card } from '../chat';
import type { NoticeKind, NoticeKinds } from '../delivery';
import {
  isRunning,
  type Meeting,
  metDays,
  type Pairing,
  partnerOf,
  remindersOf,
  sideOf,
  worksHere,
} from '../mentoring';
import {
  meetingById,
  type NoticeRow,
  openMeeting,
  type PersonView,
  pairingById,
  peopleById,
  type Tx,
  wasTold,
} from '../store';
import { hoursOf, wantsReminders } from './hours';
import { type House, labelOf } from './house';
import { meetingView } from './meeting-view';
import { metView, sessionOfMeeting } from './met';
import { aboutPairingKind } from './pairing-notices';

type Known = { readonly meeting: Meeting; readonly pairing: Pairing };
type Read = Known & { readonly reader: PersonView };

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

/** Whether the reminder of the hour before is due to her too: of two that are late, one is enough. */
async function isOvertaken(tx: Tx, { startsAt, settledAt }: Meeting, reader: PersonView): Promise<boolean> {
  if (startsAt === null || settledAt === null) return false;
  const all = remindersOf({ startsAt, plannedAt: settledAt }, await hoursOf(tx, reader));
  return all.some(({ kind, at }) => kind === 'meeting-hour' && at <= tx.at);
}

/** Why a meeting is not called to mind: it has begun, has changed since, or its reader wants no reminders. */
async function whyNoReminder(tx: Tx, { meeting, reader }: Read, notice: NoticeRow): Promise<string | undefined> {
  const plannedAt = meeting.state === 'past' ? meeting.version - 1 : meeting.version;
  if (meeting.startsAt === null || plannedAt !== Number(notice.occurrence)) return 'settled';
  if (meeting.state !== 'planned' && meeting.state !== 'past') return 'settled';
  if (tx.at >= meeting.startsAt) return 'begun';
  if (notice.kind === 'meeting-day' && (await isOvertaken(tx, meeting, reader))) return 'overtaken';
  return (await wantsReminders(tx, notice.personId)) ? undefined : 'reminders-off';
}

const remind =
  (house: House) =>
  async (tx: Tx, { pairing, meeting }: Known, { personId }: NoticeRow): Promise<Card> =>
    meetingReminder(await meetingView(tx, house, pairing, meeting, personId));

/** Why nobody is asked whether they met: one of the two has said so, it is long ago, or she wants no reminders. */
async function whyNotAsked(tx: Tx, { meeting, pairing }: Known, { personId }: NoticeRow): Promise<string | undefined> {
  const { state, startsAt } = meeting;
  if (state !== 'past' || startsAt === null || !isRunning(pairing)) return 'settled';
  if (await sessionOfMeeting(tx, pairing, meeting)) return 'settled';
  if (tx.at > startsAt.plus({ days: metDays })) return 'stale';
  return (await wantsReminders(tx, personId)) ? undefined : 'reminders-off';
}

/** A kind of notice about a meeting that comes by a schedule; it is suppressed with its own reason. */
const byScheduleKind = (
  why: (tx: Tx, read: Read, notice: NoticeRow) => Promise<string | undefined>,
  card: (tx: Tx, known: Known, notice: NoticeRow) => Promise<Card>,
): NoticeKind => ({
  alone: true,
  async unwanted(tx, notice) {
    const reader = (await peopleById(tx, [notice.personId])).get(notice.personId);
    if (!reader || !worksHere(reader, tx.at)) return 'left';
    const found = await known(tx, notice);
    return found ? why(tx, { ...found, reader }, notice) : 'gone';
  },
  async card(tx, notice) {
    const found = await known(tx, notice);
    if (!found) throw new Error('A notice has lost its meeting.');
    return card(tx, found, notice);
  },
});

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
  'meeting-day': byScheduleKind(whyNoReminder, remind(house)),
  'meeting-hour': byScheduleKind(whyNoReminder, remind(house)),
  'meeting-met': byScheduleKind(whyNotAsked, async (tx, { pairing, meeting }, { personId }) =>
    metCard(await metView(tx, house, pairing, meeting, personId)),
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
