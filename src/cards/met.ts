import { type Block, type Button, buttons, type Card, card, heading, notice, prose } from '../chat';
import { fewer } from './fewer';
import type { MeetingView } from './meeting';
import { moment } from './moments';
import { lengthWords } from './session';
import { token } from './tokens';
import { firstName } from './words';

/** A meeting that was to be over by now, as one of its two sees it, and the session that was logged of it. */
export type MetView = MeetingView & {
  readonly session: { readonly id: string; readonly isMine: boolean } | undefined;
};

const question = 'Did you two meet?';

const planAnother = ({ meeting: { pairingId } }: MetView): Button => ({
  label: 'Plan another',
  token: token('meet', { pairing: pairingId }),
  emphasis: 'main',
  dialog: true,
});
const logButton = ({ meeting: { pairingId } }: MetView): Button => ({
  label: 'Log a session',
  token: token('log', { pairing: pairingId }),
});
const exchangeButton = ({ meeting: { pairingId } }: MetView): Button => ({
  label: 'Our exchange',
  token: token('pairing', { pairing: pairingId }),
});

/** How it stands, and what one can do then; the one answer of the two counts for both. */
function standing(view: MetView): readonly Block[] {
  const { session, meeting, partner, readerId, isEnded } = view;
  const name = firstName(partner.name);
  if (session) {
    const words = session.isMine ? 'Thank you! Your session is logged.' : `${name} says yes, and logged your session.`;
    return [
      notice('good', words),
      buttons({ label: 'Show the session', token: token('session', { session: session.id }), emphasis: 'main' }),
    ];
  }
  if (meeting.state === 'missed') {
    const who = meeting.calledOffBy === readerId ? 'You say' : `${name} says`;
    const next = isEnded ? [exchangeButton(view)] : [planAnother(view), logButton(view), exchangeButton(view)];
    return [notice('info', `${who}: not this time. That happens, and nothing was logged.`), buttons(...next)];
  }
  if (isEnded || meeting.state !== 'past')
    return [notice('info', 'That is settled, so there is nothing to answer.'), buttons(exchangeButton(view))];
  return [
    prose('If so, one tap logs it as a session. If not, that is fine too.'),
    buttons(
      {
        label: 'We met',
        spoken: `We met: ${name} and I`,
        token: token('we-met', { meeting: meeting.meetingId }),
        emphasis: 'main',
      },
      { label: 'Not this time', token: token('not-met', { meeting: meeting.meetingId }) },
    ),
    fewer(),
  ];
}

/** "Did you meet?", after a planned meeting; redrawn once either has answered. */
export function metCard(view: MetView, ...first: readonly Block[]): Card {
  const { meeting, partner, zone, now } = view;
  const when = meeting.startsAt === null ? '' : ` on ${moment(meeting.startsAt, zone, now)}`;
  const planned = `Your meeting with ${partner.name} was planned${when}, for ${lengthWords(meeting.minutes)}.`;
  return card('meeting-met', `${question} ${planned}`, heading(question), ...first, prose(planned), ...standing(view));
}

/** Somebody was faster: the other one, or she herself elsewhere. */
export const metAnswered = (): Block =>
  notice('info', 'That was answered before, so nothing was done just now. Here is how it stands.');
