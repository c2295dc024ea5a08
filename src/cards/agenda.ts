import { buttons, type Card, card, type Form, notice, prose, type Text } from '../chat';
import type { Side } from '../mentoring';
import { token } from './tokens';
import { firstName } from './words';

export const mostAgenda = 1000;

/** What the two prepare: the mentee's agenda and the mentor's resources. Only they read it. */
export type AgendaView = { readonly agenda: string | null; readonly resources: string | null };

/** Both parts as rows of a card; what is empty is left out. */
export const agendaRows = ({ agenda, resources }: AgendaView): (readonly [label: string, value: Text])[] => [
  ...(agenda === null ? [] : [['Agenda', agenda] as const]),
  ...(resources === null ? [] : [['Resources', resources] as const]),
];

type Own = {
  readonly pairing: string;
  readonly meeting: string | undefined;
  readonly reader: Side;
  readonly partner: string;
  readonly written: AgendaView;
};

/**
 * The mentee says what to cover, the mentor what may help ("The Mentee will establish the agenda. The Mentor will coach,
 * guide and provide the mentee with resources", Bethel/Nome Internal Mentoring Initiative). Each reads the other's part.
 */
export function agendaForm({ pairing, meeting, reader, partner, written }: Own): Form {
  const name = firstName(partner);
  const only = `Only you and ${name} read this.`;
  const own = token('agenda', { pairing, meeting });
  const back = {
    label: 'Back',
    token: meeting === undefined ? token('pairing', { pairing }) : token('meeting', { meeting }),
  };
  if (reader === 'mentee')
    return {
      name: 'agenda',
      title: 'Agenda',
      intro: [
        prose(`What would you like to cover with ${name}? The agenda is yours. ${only}`),
        ...(written.resources === null ? [] : [prose([`From ${name}: `, written.resources])]),
      ],
      fields: [
        {
          id: 'words',
          label: 'Agenda',
          hint: 'A few points are enough. Please leave out client names.',
          field: 'paragraph',
          most: mostAgenda,
          optional: true,
        },
      ],
      submit: 'Save',
      back,
      token: own,
    };
  return {
    name: 'resources',
    title: 'Resources',
    intro: [
      prose(
        written.agenda === null
          ? `${name} sets the agenda, and has not written one yet.`
          : [`${name} would like to cover: `, written.agenda],
      ),
      prose(`Add what may help: a link, a form, an example. ${only}`),
    ],
    fields: [
      {
        id: 'words',
        label: 'Resources',
        hint: 'Please leave out client names.',
        field: 'paragraph',
        most: mostAgenda,
        optional: true,
      },
    ],
    submit: 'Save',
    back,
    token: own,
  };
}

/** Her part is saved. */
export const agendaSaved = (partner: string) => notice('good', `Saved. ${firstName(partner)} sees it too.`);

/** The other one has written; what it says stands on the cards of the exchange. */
export function agendaChanged(pairing: string, writer: Side, name: string, topic: string): Card {
  const words =
    writer === 'mentee' ? `${name} updated the agenda for ${topic}.` : `${name} updated the resources for ${topic}.`;
  return card(
    'agenda-changed',
    words,
    notice('info', words),
    buttons({ label: 'Read it', spoken: `Read what ${name} wrote`, token: token('pairing', { pairing }) }),
  );
}
