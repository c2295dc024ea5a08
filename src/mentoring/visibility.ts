/** What somebody is to a thing: one of its two people, or somebody beside them. The council and the operator hold no role in the chat. */
export type Relation =
  | 'mentee'
  | 'mentor'
  | 'other'
  | 'supervisor'
  | 'coordinator'
  | 'program_manager'
  | 'council'
  | 'operator';

/** What there is to see or do, by how private it is. */
export type DataClass =
  | 'directory-card'
  | 'request-words'
  | 'request-reason'
  | 'pairing'
  | 'pair-care'
  | 'agenda'
  | 'session-facts'
  | 'session-summary'
  | 'private-note'
  | 'ratings'
  | 'comments'
  | 'concern'
  | 'audit'
  | 'own-data'
  | 'accounts'
  | 'topic-figures'
  | 'days-off';

export type Act = 'read' | 'write' | 'list';

/**
 * How far a right goes. The thing itself: `any` whose it is; `own` if this person wrote it or it is about her alone;
 * `pair` as one of its two; `report` of those who report to her; `reach` where her role reaches by unit and program;
 * `opened` where its writer has opened this one; `handed` where it was given to her to take care of. Less than the thing: `meta` that it
 * exists, since when and in which topic; `count` how many in a month, where the program says so; `figures` gathered from five people on.
 */
export type Scope = 'any' | 'own' | 'pair' | 'report' | 'reach' | 'opened' | 'handed' | 'meta' | 'count' | 'figures';

/** The widest scope first: the first that holds is the right. What a cell does not name is denied. */
export type Cell = Readonly<Partial<Record<Act, readonly Scope[]>>>;

const reads = (...scopes: readonly Scope[]): Cell => ({ read: scopes, list: scopes });
const keeps = (scope: Scope): Cell => ({ read: [scope], write: [scope], list: [scope] });

const no: Cell = {};
const any = reads('any');
const own = keeps('own');
const looks = reads('own');
const pair = reads('pair');
const both = keeps('pair');
const report = reads('report');
const count = reads('count');
const reach = reads('reach');
const tends = keeps('reach');
const anyKept = keeps('any');
const meta = reads('meta');
const figures = reads('figures');
const handed = keeps('handed');
/** Single ones where they are opened, never in a list. */
const openedOrFigures: Cell = { read: ['opened', 'figures'], list: ['figures'] };
/** Her own, and of others what they have opened to her. */
const ownOrOpened: Cell = { read: ['own', 'opened'], write: ['own'], list: ['own'] };
/** The same, and of others the figures. */
const ownOrFigures: Cell = { read: ['own', 'figures'], write: ['own'], list: ['own', 'figures'] };

type Row = Readonly<Record<Relation, Cell>>;
type Eight = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];
const row = (...[mentee, mentor, other, supervisor, coordinator, program_manager, council, operator]: Eight): Row => ({
  mentee,
  mentor,
  other,
  supervisor,
  coordinator,
  program_manager,
  council,
  operator,
});

/**
 * Who may see and do what. `pair-care` is what is done about a pair of others that needs somebody. What one person alone has (an entry, her data) counts her as its mentor or mentee; `supervisor` is
 * the mentee's own, `other` any colleague.
 */
// biome-ignore format: it reads as the table that it is
export const visibility: Readonly<Record<DataClass, Row>> = {
  //                     mentee        mentor        other supervisor coordinator      manager  council  operator
  'directory-card':  row(any,          own,          any,  any,       any,             any,     any,     meta),
  'request-words':   row(own,          pair,         no,   no,        meta,            figures, figures, no),
  'request-reason':  row(pair,         own,          no,   no,        meta,            figures, no,      meta),
  pairing:           row(both,         both,         no,   report,    reach,           reach,   figures, meta),
  'pair-care':       row(no,           no,           no,   no,        tends,           no,      no,       no),
  agenda:            row(both,         both,         no,   no,        no,              no,      no,      no),
  'session-facts':   row(both,         both,         no,   count,     reach,           figures, figures, meta),
  'session-summary': row(both,         both,         no,   no,        reach,           no,      no,      no),
  'private-note':    row(own,          own,          no,   no,        no,              no,      no,      no),
  ratings:           row(ownOrFigures, ownOrFigures, no,   no,        openedOrFigures, figures, figures, no),
  comments:          row(ownOrOpened,  ownOrOpened,  no,   no,        openedOrFigures, figures, figures, no),
  concern:           row(own,          own,          no,   no,        handed,          handed,  no,      no),
  audit:             row(looks,        looks,        no,   no,        looks,           reach,   no,      meta),
  'own-data':        row(looks,        looks,        no,   no,        no,              no,      no,      meta),
  accounts:          row(no,           no,           no,   no,        tends,           no,      no,      meta),
  'topic-figures':   row(no,           no,           no,   no,        tends,           reach,   figures, meta),
  'days-off':        row(any,          any,          any,  any,       anyKept,         anyKept, any,     meta),
};
