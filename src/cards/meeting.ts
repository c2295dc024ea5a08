import type { DateTime } from 'luxon';
import {
  type Block,
  type Button,
  buttons,
  type Card,
  card,
  facts,
  heading,
  notice,
  plainText,
  type Text,
  type Tone,
} from '../chat';
import type { Meeting } from '../mentoring';
import { type AgendaView, agendaRows } from './agenda';
import { calendarButtons, hourOf, videoLink } from './calendar';
import { fewer } from './fewer';
import { moment, momentForBoth, type OtherClock, shortMoment } from './moments';
import type { PersonOnCard } from './request';
import { lengthWords } from './session';
import { token } from './tokens';
import { firstName, ways } from './words';

/** A meeting as one of its two people sees it, at `now`, in her zone. */
export type MeetingView = AgendaView & {
  readonly meeting: Meeting;
  readonly readerId: string;
  readonly partner: PersonOnCard;
  readonly place: string | null;
  readonly zone: string;
  readonly partnerZone: string;
  /** Whether a calendar file can be linked to. */
  readonly hasFiles: boolean;
  /** Whether the exchange has ended. */
  readonly isEnded: boolean;
  readonly now: DateTime;
};

type Standing = { readonly tone: Tone; readonly text: string };

const clockOf = ({ partner, partnerZone }: MeetingView): OtherClock => ({ name: partner.name, zone: partnerZone });
const when = (at: DateTime, view: MeetingView): string => momentForBoth(at, view.zone, view.now, clockOf(view));
const isMine = ({ meeting, readerId }: MeetingView): boolean => meeting.proposedBy === readerId;
const isAhead = (at: DateTime, { now }: MeetingView): boolean => at > now;

/** Where a meeting was agreed on, it may stand in calendars, also while somebody asks to move it. */
const wasPlanned = ({ startsAt, wasAt }: Meeting): boolean => startsAt !== null || wasAt !== null;

function proposedStanding(view: MeetingView): Standing {
  const name = firstName(view.partner.name);
  const { wasAt, options } = view.meeting;
  const before = wasAt === null ? undefined : moment(wasAt, view.zone, view.now);
  const onlyOne = options.length === 1;
  if (isMine(view)) {
    const picks = `Waiting for ${name} to ${onlyOne ? 'say yes' : 'pick one of these times'}.`;
    return { tone: 'info', text: before ? `You asked to move your meeting of ${before}. ${picks}` : picks };
  }
  if (!options.some((option) => isAhead(option, view)))
    return { tone: 'warning', text: `${theseTimes(view.meeting)} passed. Please propose another one.` };
  const question = onlyOne ? 'Does this time suit you?' : 'Which of these times suits you?';
  return {
    tone: 'info',
    text: before
      ? `${name} would like to move your meeting of ${before}. ${question}`
      : `${name} would like to meet. ${question}`,
  };
}

const theseTimes = ({ options }: Meeting): string => (options.length === 1 ? 'This time' : 'These times');

/** The one sentence that says how the meeting stands, as this one of the two reads it. */
export function meetingStanding(view: MeetingView): Standing {
  const { state, startsAt, calledOffBy } = view.meeting;
  const name = firstName(view.partner.name);
  switch (state) {
    case 'proposed':
      return proposedStanding(view);
    case 'planned':
      return { tone: 'good', text: startsAt === null ? 'You two meet.' : `You two meet on ${when(startsAt, view)}.` };
    case 'called-off': {
      const clears = wasPlanned(view.meeting) ? ' If it is in your calendar, please take it out.' : '';
      if (calledOffBy === null)
        return { tone: 'info', text: `Your exchange has ended, so this meeting does not take place.${clears}` };
      const who = calledOffBy === view.readerId ? 'You' : name;
      return { tone: 'info', text: `${who} called off this meeting.${clears}` };
    }
    case 'past':
      return startsAt === null
        ? { tone: 'info', text: `${theseTimes(view.meeting)} passed without an answer.` }
        : { tone: 'info', text: `This meeting was on ${moment(startsAt, view.zone, view.now)}.` };
    case 'missed':
      return { tone: 'info', text: 'This meeting did not take place.' };
  }
}

const howWords = (view: MeetingView): Text => {
  const { way } = view.meeting;
  const hour = hourOf(view.meeting, view.partner.name);
  const words = ways[way] ?? way;
  return way === 'video' && hour ? [`${words} · `, videoLink(hour)] : words;
};

/** The times, where the sentence on top does not say when it is or was. */
const timeRows = (view: MeetingView): (readonly [label: string, value: Text])[] => {
  const { options, startsAt, state } = view.meeting;
  if (startsAt !== null) return state === 'called-off' || state === 'missed' ? [['When', when(startsAt, view)]] : [];
  return [[options.length > 1 ? 'Times' : 'When', options.map((option) => when(option, view)).join('\n')]];
};

const act = ({ meeting }: MeetingView): { meeting: string; version: number } => ({
  meeting: meeting.meetingId,
  version: meeting.version,
});

const pickButtons = (view: MeetingView): readonly Button[] =>
  view.meeting.options.flatMap((option, index): Button[] => {
    if (!isAhead(option, view)) return [];
    const at = shortMoment(option, view.zone, view.now);
    return [{ label: `Pick ${at}`, token: token('pick-time', { ...act(view), option: index }), emphasis: 'main' }];
  });

const agendaButton = ({ meeting }: MeetingView): Button => ({
  label: 'Agenda',
  token: token('agenda', { pairing: meeting.pairingId, meeting: meeting.meetingId }),
  dialog: true,
});
const proposeButton = (view: MeetingView, label: string): Button => ({
  label,
  token: token('meet', { pairing: view.meeting.pairingId, ...act(view) }),
  dialog: true,
});
const callOffButton = (view: MeetingView): Button => ({
  label: 'Call off',
  spoken: `Call off the meeting with ${view.partner.name}`,
  token: token('call-off', act(view)),
  emphasis: 'danger',
  confirm: {
    title: 'Call off this meeting?',
    text: `${firstName(view.partner.name)} is told right away. You can plan another one any time.`,
    yes: 'Call off',
    no: 'Keep it',
  },
});
const fileButton = (view: MeetingView, label: string): readonly Button[] =>
  view.hasFiles ? [{ label, token: token('calendar-file', { meeting: view.meeting.meetingId }) }] : [];

/** What one can do with a meeting that is over or called off: the next one. */
const afterwards = (view: MeetingView): readonly Button[] => {
  const { state, startsAt, pairingId } = view.meeting;
  const pairing = { pairing: pairingId };
  const exchange: Button = { label: 'Our exchange', token: token('pairing', pairing) };
  if (view.isEnded) return [exchange];
  const again: Button = { label: 'Plan a meeting', token: token('meet', pairing), dialog: true };
  if (state !== 'past' || startsAt === null) return [{ ...again, emphasis: 'main' }, exchange];
  return [{ label: 'Log a session', token: token('log', pairing), emphasis: 'main' }, again, exchange];
};

/** At most six: three times to pick, or two calendars and a file, and then what else one can do. */
function meetingButtons(view: MeetingView): readonly Button[] {
  const { meeting } = view;
  const exchange: Button = { label: 'Our exchange', token: token('pairing', { pairing: meeting.pairingId }) };
  switch (meeting.state) {
    case 'proposed':
      return isMine(view)
        ? [proposeButton(view, 'Other times'), callOffButton(view), agendaButton(view), exchange]
        : [...pickButtons(view), proposeButton(view, 'Other times'), callOffButton(view), agendaButton(view)];
    case 'planned': {
      const hour = hourOf(meeting, view.partner.name);
      return [
        ...(hour ? calendarButtons(hour) : []),
        ...fileButton(view, 'Calendar file'),
        proposeButton(view, 'Move'),
        callOffButton(view),
        agendaButton(view),
      ];
    }
    case 'called-off':
      return [...afterwards(view), ...(wasPlanned(meeting) ? fileButton(view, 'Remove from calendar') : [])];
    case 'past':
    case 'missed':
      return afterwards(view);
  }
}

/** A meeting in every state, with what one can do next. `first` blocks stand on top. */
export function meetingCard(view: MeetingView, ...first: readonly Block[]): Card {
  const { meeting, partner, place } = view;
  const { tone, text } = meetingStanding(view);
  const title = `Your meeting with ${partner.name}`;
  return card(
    'meeting',
    `${title}. ${text}`,
    heading(title),
    ...first,
    notice(tone, text),
    facts(
      ...timeRows(view),
      ['How long', lengthWords(meeting.minutes)],
      ['How', howWords(view)],
      ...(place === null ? [] : [['Where', place] as const]),
      ...agendaRows(view),
    ),
    buttons(...meetingButtons(view)),
  );
}

/** The other one picked a time. */
export const timePicked = (view: MeetingView): Block => {
  const name = firstName(view.partner.name);
  return notice('good', view.meeting.options.length > 1 ? `${name} picked a time.` : `${name} says yes.`);
};

/** "Today at 2:00 PM", "tomorrow at 2:00 PM", else the day by its name. */
function soonWords(at: DateTime, { zone, now }: MeetingView): string {
  const [there, today] = [at.setZone(zone).setLocale('en-US'), now.setZone(zone)];
  const time = there.toFormat('h:mm a');
  if (there.hasSame(today, 'day')) return `today at ${time}`;
  return there.hasSame(today.plus({ days: 1 }), 'day') ? `tomorrow at ${time}` : `on ${moment(at, zone, now)}`;
}

/** A planned meeting is called to mind while it is ahead; later the card says how it stands. */
export function meetingReminder(view: MeetingView): Card {
  const { state, startsAt } = view.meeting;
  const name = firstName(view.partner.name);
  const first =
    state === 'planned' && startsAt !== null && isAhead(startsAt, view)
      ? [notice('info', `A friendly reminder: you and ${name} meet ${soonWords(startsAt, view)}.`)]
      : [];
  const own = meetingCard(view, ...first);
  if (first.length === 0) return own;
  const words = first.flatMap((block) => (block.block === 'notice' ? [plainText(block.text)] : []));
  return {
    ...own,
    name: 'meeting-reminder',
    summary: [...words, own.summary].join(' '),
    blocks: [...own.blocks, fewer()],
  };
}

/** The other one cannot come after all; why is nobody's business. */
export function meetingCalledOff(view: MeetingView): Card {
  const { meeting, partner } = view;
  const at = meeting.startsAt ?? meeting.wasAt;
  const what = at === null ? 'the meeting that you two were about to plan' : `your meeting of ${when(at, view)}`;
  const words = `${partner.name} called off ${what}. That happens. You can plan another one any time.`;
  return card('meeting-called-off', words, notice('info', words), buttons(...afterwards(view)));
}

/** That night the clocks go back, so a time came twice. */
export const tookTheFirst = (at: DateTime, zone: string): Block =>
  notice(
    'info',
    `That night the clocks go back, so ${at.setZone(zone).toFormat('h:mm a')} comes twice. I took the first one.`,
  );

/** The form was about a meeting that has changed meanwhile; what was typed is still there. */
export function changedMeanwhile(view: MeetingView | undefined, partner: string): Block {
  const name = firstName(partner);
  if (!view || !['proposed', 'planned'].includes(view.meeting.state))
    return notice('warning', 'Meanwhile that meeting is no more. Send this again to propose a new one.');
  const proposed = isMine(view) ? 'you proposed' : `${name} proposed`;
  const how = view.meeting.state === 'planned' ? 'you two have a meeting' : proposed;
  const said =
    view.meeting.state === 'planned' && view.meeting.startsAt
      ? when(view.meeting.startsAt, view)
      : view.meeting.options.map((option) => when(option, view)).join('; ');
  return notice('warning', `Meanwhile ${how}: ${said}. To propose these times instead, send them again.`);
}

/** Something has happened to the meeting since the card was drawn that somebody acted on. */
export const meetingChanged = (): Block =>
  notice('warning', 'That has changed meanwhile, so nothing was done just now. Here is how it stands.');

/** Nobody picked one of the times while they were ahead: she who proposed them may propose others. */
export function timesLapsed(view: MeetingView): Card {
  const which = view.meeting.options.length === 1 ? 'The time' : 'The times';
  const words = `${which} that you proposed to ${view.partner.name} passed without an answer. Would you like to propose others?`;
  return card('meeting-lapsed', words, notice('info', words), buttons(...afterwards(view)));
}

/** One of the two wanted to plan a meeting, and there is one. */
export const meetingThere = (): Block => notice('info', 'You two have a meeting under way. Here is how it stands.');

/** She wants to call it off, and can do so by its own button. */
export const callOffThere = (): Block =>
  notice('info', 'Here is your meeting. Nothing is changed yet: “Call off” on its card does it.');

/** There is no meeting to call off or to move. */
export function noMeetingYet(pairing: string, partner: string): Card {
  const words = `You and ${firstName(partner)} have no meeting planned. Would you like to plan one?`;
  const plan: Button = { label: 'Plan a meeting', token: token('meet', { pairing }), dialog: true };
  return card('no-meeting-yet', words, notice('info', words), buttons(plan));
}

/** A word about a meeting, without the meeting itself. */
export function meetingNews(...first: readonly Block[]): Card {
  const words = first.flatMap((block) => (block.block === 'notice' ? [plainText(block.text)] : []));
  return card('meeting-news', words.join(' '), ...first);
}
