import type { DateTime } from 'luxon';
import { type Block, type Button, facts, notice } from '../chat';
import type { Meeting } from '../mentoring';
import { type AgendaView, agendaRows } from './agenda';
import { moment, momentForBoth } from './moments';
import { token } from './tokens';
import { firstName } from './words';

/** What the two of a pairing have ahead of them: their last meeting, and what they prepare. */
export type Plans = AgendaView & {
  readonly meeting: Meeting | undefined;
  readonly partnerZone: string;
};

type Reader = {
  readonly plans: Plans;
  readonly readerId: string;
  /** The day (ISO) of the last session. */
  readonly sessions: { readonly lastOn: string | null };
  readonly partner: { readonly name: string };
  readonly zone: string;
  readonly now: DateTime;
};

/** How the meeting stands, as a line of the pairing's card; undefined where there is nothing to say. */
function meetingLine({ plans, readerId, partner, sessions, zone, now }: Reader): Block | undefined {
  const { meeting, partnerZone } = plans;
  const name = firstName(partner.name);
  switch (meeting?.state) {
    case 'proposed':
      return notice(
        'info',
        meeting.proposedBy === readerId
          ? `You proposed to meet. ${name} has not answered yet.`
          : `${name} proposed to meet and waits for your answer.`,
      );
    case 'planned': {
      const at = meeting.startsAt;
      if (at === null) return undefined;
      return notice('info', `Next meeting: ${momentForBoth(at, zone, now, { name, zone: partnerZone })}.`);
    }
    case 'past': {
      const day = meeting.startsAt?.setZone(zone).toISODate();
      const isLogged = day != null && sessions.lastOn !== null && sessions.lastOn >= day;
      if (meeting.startsAt === null || isLogged) return undefined;
      return notice(
        'info',
        `Your meeting of ${moment(meeting.startsAt, zone, now)} is over. You can log it as a session.`,
      );
    }
    default:
      return undefined;
  }
}

/** Meeting, agenda and resources, as the pairing's card has them. */
export function plansBlocks(reader: Reader): readonly Block[] {
  const rows = agendaRows(reader.plans);
  const line = meetingLine(reader);
  return [...(line ? [line] : []), ...(rows.length > 0 ? [facts(...rows)] : [])];
}

/** What one can do about the next meeting. */
export function plansButtons(pairing: string, { plans: { meeting }, partner: { name } }: Reader): readonly Button[] {
  const isOpen = meeting?.state === 'proposed' || meeting?.state === 'planned';
  return [
    isOpen
      ? {
          label: 'Show meeting',
          spoken: `Show the meeting with ${name}`,
          token: token('meeting', { meeting: meeting.meetingId }),
        }
      : {
          label: 'Plan a meeting',
          spoken: `Plan a meeting with ${name}`,
          token: token('meet', { pairing }),
          dialog: true,
        },
    { label: 'Agenda', spoken: `Agenda with ${name}`, token: token('agenda', { pairing }), dialog: true },
  ];
}
