import { bold, buttons, type Card, card, heading, notice, prose, type Text } from '../chat';
import { type DataClass, type Relation, type Scope, visibility } from '../mentoring';
import { token } from './tokens';
import { count, either, listing, mineButton } from './words';

/** Those whom it concerns, by name as far as they are known. */
export type PrivacyView = {
  readonly mentors: readonly string[];
  readonly mentees: readonly string[];
  /** She stands on the list of mentors. */
  readonly isMentor: boolean;
  readonly supervisor: string | undefined;
  readonly coordinators: readonly string[];
};

/** What there is of somebody, as she speaks of it. */
const words: Readonly<Partial<Record<DataClass, string>>> = {
  'directory-card': 'your entry as a mentor',
  'request-words': 'what you ask for',
  'request-reason': 'why you said no to a request',
  pairing: 'that you are paired',
  agenda: 'your meetings and their agenda',
  'session-facts': 'when and how long you met',
  'session-summary': 'your shared line about a session',
  'private-note': 'your private notes',
  ratings: 'the points you give',
  comments: 'what you write in an evaluation',
  concern: 'a concern',
};

const everybodys: readonly DataClass[] = [
  'pairing',
  'agenda',
  'session-facts',
  'session-summary',
  'private-note',
  'ratings',
  'comments',
  'concern',
];
const asMentee: readonly DataClass[] = ['request-words', ...everybodys];
const asMentor: readonly DataClass[] = ['directory-card', 'request-reason', ...everybodys];

const evaluation: readonly DataClass[] = ['ratings', 'comments'];
const named = (classes: readonly DataClass[]): readonly string[] => {
  const whole = evaluation.every((each) => classes.includes(each));
  const single = classes.flatMap((each) => (whole && evaluation.includes(each) ? [] : [words[each] ?? each]));
  return whole ? [...single, 'your evaluations'] : single;
};

const scopesOf = (data: DataClass, relation: Relation): readonly Scope[] =>
  (visibility[data][relation].read ?? []).filter((scope) => scope !== 'own');

/** Those of these that somebody in that relation gets by one of the scopes. */
const got = (classes: readonly DataClass[], relation: Relation, ...scopes: readonly Scope[]): readonly DataClass[] =>
  classes.filter((data) => scopesOf(data, relation).some((scope) => scopes.includes(scope)));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What somebody in that relation can see of these, in short sentences; what is not named is never seen. */
function sees(classes: readonly DataClass[], relation: Relation): string {
  const full = named(got(classes, relation, 'any', 'pair', 'report', 'reach'));
  const chosen = got(classes, relation, 'opened', 'handed');
  const hidden = named(got(classes, relation, 'meta'));
  const gathered = got(classes, relation, 'figures').filter((data) => !chosen.includes(data));
  return [
    ...(full.length > 0 ? [` can see ${listing(full)}.`] : []),
    ...(chosen.length > 0 ? [` ${capital(either(named(chosen)))} only if you choose so.`] : []),
    ...(hidden.length > 0 ? [` Of ${either(hidden)} only that it exists, never the words.`] : []),
    ...(got(classes, relation, 'count').length > 0 ? [' How often you meet only if the program says so.'] : []),
    ...(gathered.length > 0
      ? [`${full.length > 0 ? ' Beyond that' : ' gets'} only figures, from five people on.`]
      : []),
  ].join('');
}

const known = (names: readonly string[]): string => (names.length > 0 ? ` (${listing(names)})` : '');

const line = (who: string, names: readonly string[], classes: readonly DataClass[], relation: Relation): Text => [
  bold(`${who}${known(names)}`),
  sees(classes, relation),
];

/** Those that only their writer can ever read. */
const alone = (classes: readonly DataClass[]): readonly DataClass[] =>
  classes.filter((data) =>
    Object.values(visibility[data]).every((cell) => (cell.read ?? []).every((scope) => scope === 'own')),
  );

const never = (classes: readonly DataClass[], relation: Relation): string =>
  ` Never ${either(named(classes.filter((data) => scopesOf(data, relation).length === 0)))}.`;

const supervisorLine = (name: string | undefined): Text => [
  bold(`Your supervisor${known(name === undefined ? [] : [name])}`),
  sees(asMentee, 'supervisor'),
  never(asMentee, 'supervisor'),
];

const looksButton = { label: 'Who looked at mine', token: token('privacy', { part: 'looks' }) } as const;

/** Who can see what about this person, made of the table that every request to see something is decided by. */
export function privacy({ mentors, mentees, isMentor, supervisor, coordinators }: PrivacyView): Card {
  const mentoring = isMentor || mentees.length > 0;
  const learning = mentors.length > 0 || !mentoring;
  const mine = [...new Set([...(mentoring ? asMentor : []), ...(learning ? asMentee : [])])];
  const summary = 'Who can see what about you, in plain words.';
  const items: readonly Text[] = [
    [bold('Only you'), ` can read ${listing(named(alone(mine)))}.`],
    ...(learning
      ? [line(mentors.length === 0 ? 'A mentor whom you ask' : 'Your mentor', mentors, asMentee, 'mentor')]
      : []),
    ...(mentoring ? [line('Your mentee', mentees, asMentor, 'mentee')] : []),
    ...(learning ? [supervisorLine(supervisor)] : []),
    line('Your coordinator', coordinators, mine, 'coordinator'),
    line('The program manager', [], mine, 'program_manager'),
    line('The quality council', [], mine, 'council'),
    [
      bold('Those who run this system'),
      ' can see at most that there is something. Your words are locked, and the key is kept apart from them.',
    ],
  ];
  return card(
    'privacy',
    summary,
    heading('Who can see what about you'),
    prose('Mentoring needs trust. Nobody sees more than this:'),
    { block: 'list', items },
    notice(
      'info',
      'What you type in this chat stays with your employer’s chat and is kept by its rules. For private words, use my forms: I lock what you write there with a key of your own.',
    ),
    buttons(looksButton, { label: 'Ask a human', token: token('coordinators', {}) }, mineButton),
  );
}

/** Who has looked, by role; `day` is in words. */
export type LookView = {
  readonly day: string;
  readonly by: 'coordinator' | 'program_manager' | 'partner' | 'operator' | 'other';
  /** As the audit names it. */
  readonly objectKind: string;
  readonly times: number;
};

const lookers: Readonly<Record<LookView['by'], string>> = {
  coordinator: 'a coordinator',
  program_manager: 'a program manager',
  partner: 'your mentor or mentee',
  operator: 'somebody who runs this system',
  other: 'somebody whose task in the program has ended since',
};

const lookedAt: Readonly<Record<string, string>> = {
  request: 'a request of yours, without its words',
  pairing: 'that you are paired',
  session: 'a session of yours',
  evaluation: 'an evaluation of yours',
  concern: 'a concern of yours',
  claim: 'an account of yours',
  person: 'your name in the directory',
};

const mostLooks = 10;

/** Who has looked at what is hers in these days, by role and day. */
export function privacyLooks(looks: readonly LookView[], days: number): Card {
  const words =
    looks.length === 0
      ? `Nobody has looked at anything of yours in the last ${days} days.`
      : `Who looked at yours in the last ${days} days.`;
  const items = looks
    .slice(0, mostLooks)
    .map(
      ({ day, by, objectKind, times }): Text => [
        bold(`${day}: `),
        `${lookers[by]} saw ${lookedAt[objectKind] ?? 'something of yours'}${times > 1 ? `, ${count(times, 'time')}` : ''}`,
      ],
    );
  const more = looks.length > mostLooks ? [`and ${looks.length - mostLooks} more`] : [];
  return card(
    'privacy-looks',
    words,
    heading('Who looked at yours'),
    prose(words),
    ...(items.length > 0 ? [{ block: 'list' as const, items: [...items, ...more] }] : []),
    prose('What you share with your mentor or mentee is not counted here: it belongs to you both.'),
    buttons({ label: 'Who can see what', token: token('privacy', {}) }, mineButton),
  );
}
