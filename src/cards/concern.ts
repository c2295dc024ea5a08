import type { DateTime } from 'luxon';
import {
  type Block,
  type Button,
  bold,
  buttons,
  type Card,
  card,
  type Field,
  type Form,
  facts,
  heading,
  notice,
  prose,
} from '../chat';
import { type Concern, type ConcernKind, type ConcernReader, concernKinds } from '../mentoring';
import { type Contact, contactButton } from './contact';
import type { MineRow } from './mine';
import { token } from './tokens';
import { day, firstName, helpButton, line } from './words';

export const mostConcern = 1500;

export const concernWords: Readonly<Record<ConcernKind, string>> = {
  time: 'I do not get time for it',
  fit: 'It is not a fit',
  behavior: 'How somebody behaves',
  other: 'Something else',
};

/** Opens the form for a concern, about this exchange or about none. */
export const concernButton = (pairing?: string): Button => ({
  label: 'Something is wrong',
  token: token('concern', { pairing }),
});

/** Somebody who could read a concern. */
export type ReaderView = ConcernReader & { readonly name: string; readonly office: string | null };
/** An exchange of the writer's that it may be about. */
export type ExchangeChoice = { readonly pairingId: string; readonly partner: string; readonly topic: string };

/** What the form shows. `about` is the exchange that is settled already; else one of `exchanges` may be picked. */
export type ConcernFormView = {
  readonly draft: string;
  /** The first one is suggested. */
  readonly readers: readonly [ReaderView, ...ReaderView[]];
  readonly about: ExchangeChoice | undefined;
  readonly exchanges: readonly ExchangeChoice[];
};

/** The value of "none of them" among exchanges. */
export const noExchange = 'none';

const roleWords = { coordinator: 'coordinator', program_manager: 'program manager' } as const;

const whoReads = ({ readers, about }: ConcernFormView): Block => {
  const [only] = readers;
  const untold = about === undefined ? 'I tell nobody else.' : `I do not tell ${firstName(about.partner)}.`;
  if (readers.length > 1) return prose(`Only the one whom you pick here reads this. ${untold}`);
  return prose([
    bold(only.name),
    ` (${line(roleWords[only.role], only.office)}) reads this, and nobody else. ${untold}`,
  ]);
};

const whichExchange = ({ about, exchanges }: ConcernFormView): readonly Field[] =>
  about !== undefined || exchanges.length === 0
    ? []
    : [
        {
          id: 'exchange',
          label: 'Which exchange is it about?',
          field: 'choice',
          options: [
            ...exchanges.map(({ pairingId, partner, topic }) => ({ value: pairingId, label: partner, detail: topic })),
            { value: noExchange, label: 'None of them' },
          ],
        },
      ];

const whichReader = ({ readers }: ConcernFormView): readonly Field[] =>
  readers.length < 2
    ? []
    : [
        {
          id: 'reader',
          label: 'Who should read it?',
          hint: 'If it is about one of them, pick another.',
          field: 'choice',
          options: readers.map(({ personId, name, role, office }) => ({
            value: personId,
            label: name,
            detail: line(roleWords[role], office),
          })),
        },
      ];

/** A confidential call for help: what it is about, in whose hands, in her own words. */
export function concernForm(view: ConcernFormView): Form {
  const { about, draft, readers } = view;
  return {
    name: 'concern',
    title: 'Something is wrong',
    intro: [
      ...(about === undefined ? [] : [prose(`This is about your exchange with ${about.partner}, ${about.topic}.`)]),
      whoReads(view),
      prose(
        'What happens next: they are told now and should get in touch with you. I tell you when they take care of it, and when it is closed.',
      ),
      prose('If somebody is in danger, do not wait for this: call for help right away.'),
    ],
    fields: [
      {
        id: 'kind',
        label: 'What is it about?',
        field: 'choice',
        options: concernKinds.map((kind) => ({ value: kind, label: concernWords[kind] })),
      },
      ...whichExchange(view),
      ...whichReader(view),
      {
        id: 'words',
        label: 'What happened?',
        hint: 'Say as much or as little as you like.',
        field: 'paragraph',
        most: mostConcern,
      },
    ],
    submit: 'Send in confidence',
    ...(about === undefined ? {} : { back: { label: 'Back', token: token('pairing', { pairing: about.pairingId }) } }),
    token: token('concern', { pairing: about?.pairingId, draft, reader: readers[0].personId }),
  };
}

/** Sentences at the fields of that form. */
export const concernFaults = {
  kind: 'Please pick what it is about.',
  exchange: 'Please pick an exchange, or None of them.',
  reader: 'They cannot read this one. Please pick somebody of this list.',
  nowAnother: (name: string): string =>
    `The one named before cannot read this any more. Now ${name} would. Is that right? Then please send it again.`,
  words: 'Please write a few words, so that it is clear how to help.',
  long: (length: number): string => `That is ${length} characters long. Please say it in up to ${mostConcern}.`,
} as const;

/** A concern as its writer or its handler sees it. Only the handler's view has `words`; names are null where there is nobody. */
export type ConcernView = {
  readonly concern: Concern;
  readonly writer: string;
  readonly handler: string | null;
  readonly partner: string | null;
  readonly topic: string | null;
  /** How the reader reaches the other one. */
  readonly contact: Contact | undefined;
  readonly zone: string;
  readonly now: DateTime;
};

/** It among what is open for its writer, without the words. */
export const concernRow = (view: ConcernView): MineRow => ({
  name: 'What you wrote in confidence',
  topic: concernWords[view.concern.kind],
  detail: standingForWriter(view),
  open: token('show-concern', { concern: view.concern.concernId }),
});

/** It among what is open for its handler, without the words. */
export const receivedRow = ({ concern, writer, zone, now }: ConcernView): MineRow => ({
  name: writer,
  topic: concernWords[concern.kind],
  detail:
    concern.state === 'taken'
      ? 'You take care of it'
      : `Written to you on ${day(concern.openedAt, zone, now)}; nobody takes care of it yet`,
  open: token('show-concern', { concern: concern.concernId }),
});

const aboutIt = ({ concern, partner, topic, zone, now }: ConcernView): Block =>
  facts(
    ['About', concernWords[concern.kind]],
    ...(partner === null ? [] : [['Exchange', line(`with ${partner}`, topic)] as const]),
    ['Sent on', day(concern.openedAt, zone, now)],
  );

const closedOn = ({ concern, zone, now }: ConcernView): string => day(concern.closedAt ?? concern.openedAt, zone, now);

/** The one sentence that says how it stands, as the writer reads it. */
const standingForWriter = (view: ConcernView): string => {
  const { concern, handler } = view;
  if (concern.state === 'closed') return `${handler ?? 'The coordinator'} closed it on ${closedOn(view)}.`;
  if (handler === null)
    return 'Nobody is here right now who may read it. It goes to the next coordinator; until then, please turn to your human resources office.';
  return concern.state === 'taken'
    ? `${handler} takes care of it and should get in touch with you.`
    : `${handler} has got it. I tell you when ${firstName(handler)} takes care of it.`;
};

/** What she wrote in confidence, for the writer: how it stands, and never her words. */
export function concernForWriter(view: ConcernView, ...first: readonly Block[]): Card {
  const text = standingForWriter(view);
  const again: Button = {
    label: 'Write again',
    token: token('concern', { pairing: view.concern.pairingId ?? undefined }),
  };
  return card(
    'concern',
    `What you wrote in confidence. ${text}`,
    heading('What you wrote in confidence'),
    ...first,
    aboutIt(view),
    notice(view.concern.state === 'taken' ? 'good' : 'info', text),
    prose('I tell nobody else.'),
    buttons(
      ...(view.handler !== null && view.contact ? [contactButton(view.handler, view.contact)] : []),
      ...(view.concern.state === 'closed' ? [again] : []),
      helpButton,
    ),
  );
}

/** News to the writer: it was taken, closed or handed on. */
export function concernNews(view: ConcernView): Card {
  const words = `About what you wrote in confidence on ${day(view.concern.openedAt, view.zone, view.now)}: ${standingForWriter(view)}`;
  return card(
    'concern-news',
    words,
    notice(view.concern.state === 'taken' ? 'good' : 'info', words),
    buttons({ label: 'Show it', token: token('show-concern', { concern: view.concern.concernId }) }, helpButton),
  );
}

const close = (concernId: string): Button => ({
  label: 'Close',
  token: token('close-concern', { concern: concernId }),
  confirm: {
    title: 'Close it?',
    text: 'The writer is told that it is closed, and you do not see the words any more.',
    yes: 'Close',
    no: 'Back',
  },
});

/** To the handler: who needs help, with what, in the writer's own words. */
export function concernForHandler(view: ConcernView, words: string, ...first: readonly Block[]): Card {
  const { concern, writer } = view;
  const title = `In confidence: ${writer} needs your help`;
  const name = firstName(writer);
  const take: Button = {
    label: 'I take care of it',
    token: token('take-concern', { concern: concern.concernId }),
    emphasis: 'main',
  };
  const taken = concern.state === 'taken';
  return card(
    'concern-received',
    `${title}.`,
    heading(title),
    ...first,
    aboutIt(view),
    prose([bold('In their own words: '), words]),
    taken
      ? notice('good', `You take care of it. ${name} knows.`)
      : notice('info', `${name} waits. Please talk to ${name} first, in private.`),
    prose(
      view.partner === null
        ? 'You alone see this. Please keep it in confidence.'
        : `You alone see this. I do not tell ${firstName(view.partner)}. Please keep it in confidence.`,
    ),
    buttons(
      ...(taken ? [] : [take]),
      close(concern.concernId),
      ...(view.contact ? [contactButton(writer, view.contact)] : []),
    ),
  );
}

const wordless = (words: string): Card =>
  card('concern-over', words, notice('info', words), prose('The words are not shown any more.'), buttons(helpButton));

/** What stays with the handler of a concern that is closed: none of its words. */
export const concernClosed = (view: ConcernView): Card =>
  wordless(`You closed what ${view.writer} wrote to you in confidence, on ${closedOn(view)}.`);

/** What stays with somebody who does not read it any more. */
export const concernMoved = ({ writer }: Pick<ConcernView, 'writer'>): Card =>
  wordless(`You do not look after what ${writer} wrote in confidence any more. You need not do anything.`);

/** Nobody is there who could read a concern, said honestly. */
export function nobodyForConcern(): Card {
  const words = 'I am sorry: I know nobody here who could read this in confidence.';
  return card(
    'nobody-for-concern',
    words,
    notice('warning', words),
    prose(
      'Nothing was sent. Please talk to somebody whom you trust: your human resources office, your union, or a supervisor. If somebody is in danger, call for help right away. You can also end an exchange at any time, without fault of anybody.',
    ),
    buttons({ label: 'My requests', token: token('mine', {}) }, helpButton),
  );
}
