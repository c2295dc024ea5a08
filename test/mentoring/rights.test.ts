import {
  type Act,
  type Actor,
  type DataClass,
  may,
  type Relation,
  type Right,
  type Role,
  type RoleName,
  rightTo,
  rolesFor,
  type Thing,
  visibility,
} from '../../src/mentoring';

const acts: readonly Act[] = ['read', 'write', 'list'];
const classes = Object.keys(visibility).filter((name): name is DataClass => name in visibility);
const role = (name: RoleName, unitPath = '', programId = ''): Role => ({ role: name, unitPath, programId });

/** A thing between ana and joan, written by ana, with all that can open it. */
const thingOf = (data: DataClass): Thing => ({
  data,
  menteeId: 'ana',
  mentorId: 'joan',
  writerId: 'ana',
  supervisorId: 'sue',
  programId: 'bethel',
  unitPaths: ['DPA > Bethel', 'DPA > Nome'],
});
const people: readonly { readonly relation: Relation; readonly personId: string; readonly roles: readonly Role[] }[] = [
  { relation: 'mentee', personId: 'ana', roles: [] },
  { relation: 'mentor', personId: 'joan', roles: [] },
  { relation: 'other', personId: 'ben', roles: [role('mentor'), role('supervisor')] },
  { relation: 'supervisor', personId: 'sue', roles: [] },
  { relation: 'coordinator', personId: 'nora', roles: [role('coordinator', 'Bethel', 'bethel')] },
  { relation: 'program_manager', personId: 'pam', roles: [role('program_manager', '', 'bethel')] },
];

/** What is a right to others' things by role reaches also what every colleague has. */
const expected = (data: DataClass, relation: Relation, act: Act): Right => {
  const isParty = relation === 'mentee' || relation === 'mentor';
  const cells = [visibility[data][relation], ...(isParty ? [] : [visibility[data].other])];
  const holds = cells
    .flatMap((cell) => cell[act] ?? [])
    .filter((scope) => scope !== 'opened' && scope !== 'handed' && (scope !== 'own' || relation === 'mentee'));
  return holds[0] ?? 'none';
};

describe('the right to see or do something', () => {
  it('is, for each of the two, and for each role that reaches, what the table says', () => {
    let cells = 0;
    for (const data of classes)
      for (const { relation, ...actor } of people)
        for (const act of acts) {
          const said = expected(data, relation, act);
          expect({ data, relation, act, right: rightTo(actor, act, thingOf(data)) }).toEqual({
            data,
            relation,
            act,
            right: said,
          });
          cells += 1;
        }
    expect(cells).toBe(17 * 6 * 3);
  });

  it('is, of what is one’s own, that of one of the two, whatever roles she holds beside', () => {
    const all = (['coordinator', 'program_manager', 'supervisor'] as const).map((name) => role(name));
    for (const data of classes)
      for (const act of acts)
        for (const personId of ['ana', 'joan'])
          expect(rightTo({ personId, roles: all }, act, { ...thingOf(data), supervisorId: personId })).toBe(
            rightTo({ personId, roles: [] }, act, thingOf(data)),
          );
  });

  it('is nobody’s by a role in another unit or program, or by one taken away', () => {
    const facts = thingOf('session-facts');
    const reads = (...roles: readonly Role[]): Right => rightTo({ personId: 'nora', roles }, 'read', facts);
    expect(reads(role('coordinator', 'Nome', 'bethel'))).toBe('reach');
    expect(reads(role('coordinator', 'dpa > nome'))).toBe('reach');
    expect(reads(role('coordinator', 'Nom', 'bethel'))).toBe('none');
    expect(reads(role('coordinator', 'Juneau', 'bethel'))).toBe('none');
    expect(reads(role('coordinator', '', 'another'))).toBe('none');
    expect(reads()).toBe('none');
    expect(reads(role('program_manager'), role('coordinator', 'Juneau'))).toBe('figures');
    expect(reads(role('program_manager'), role('coordinator'))).toBe('reach');
  });

  it('does not come from what is not known of a thing', () => {
    const coordinator = { personId: 'nora', roles: [role('coordinator', 'Bethel', 'bethel')] };
    const { programId: _, ...withoutProgram } = thingOf('session-facts');
    const { unitPaths: __, ...withoutUnits } = thingOf('session-facts');
    expect(rightTo(coordinator, 'read', withoutProgram)).toBe('none');
    expect(rightTo(coordinator, 'read', withoutUnits)).toBe('none');
    expect(rightTo({ personId: 'ana', roles: [] }, 'read', { data: 'private-note', menteeId: 'ana' })).toBe('none');
    expect(rightTo({ personId: '', roles: [] }, 'read', { data: 'pairing' })).toBe('none');
    expect(may(coordinator, 'list', { data: 'accounts' })).toBe(true);
  });

  it('to a single evaluation is opened by its writer, to that reader alone', () => {
    const nora = { personId: 'nora', roles: [role('coordinator')] };
    const joan = { personId: 'joan', roles: [] };
    const read = (actor: Actor, data: DataClass, openedTo: readonly Relation[]): Right =>
      rightTo(actor, 'read', { ...thingOf(data), openedTo });
    expect(read(nora, 'ratings', [])).toBe('figures');
    expect(read(nora, 'ratings', ['coordinator'])).toBe('opened');
    expect(read(nora, 'comments', ['mentor'])).toBe('figures');
    expect(read(joan, 'comments', ['coordinator'])).toBe('none');
    expect(read(joan, 'comments', ['mentor'])).toBe('opened');
    expect(rightTo(nora, 'list', { ...thingOf('ratings'), openedTo: ['coordinator'] })).toBe('figures');
  });

  it('to a concern is its writer’s and that of whoever was asked to take care of it, while she holds the role', () => {
    const read = (personId: string, roles: readonly Role[], handlerId = 'nora'): Right =>
      rightTo({ personId, roles }, 'read', { ...thingOf('concern'), handlerId });
    expect(read('ana', [])).toBe('own');
    expect(read('joan', [])).toBe('none');
    expect(read('nora', [role('coordinator')])).toBe('handed');
    expect(read('nora', [])).toBe('none');
    expect(read('olga', [role('coordinator')])).toBe('none');
    expect(read('joan', [role('coordinator')], 'joan')).toBe('none');
    expect(rightTo({ personId: 'ana', roles: [] }, 'read', { data: 'concern', writerId: 'ana' })).toBe('own');
  });

  it('of a supervisor ends at her own reports', () => {
    expect(may({ personId: 'sue', roles: [] }, 'read', thingOf('pairing'))).toBe(true);
    expect(may({ personId: 'tom', roles: [role('supervisor')] }, 'read', thingOf('pairing'))).toBe(false);
    expect(may({ personId: 'sue', roles: [] }, 'write', thingOf('pairing'))).toBe(false);
  });

  it('shows single things in lists only to roles that may know of single ones', () => {
    const all = (['mentee', 'mentor', 'supervisor', 'coordinator', 'program_manager'] as const).map((name) =>
      role(name),
    );
    const names = (data: DataClass): readonly RoleName[] => rolesFor(all, 'list', data).map((each) => each.role);
    expect(names('request-words')).toEqual(['coordinator']);
    expect(names('pairing')).toEqual(['coordinator', 'program_manager']);
    expect(names('private-note')).toEqual([]);
    expect(names('ratings')).toEqual([]);
  });
});

describe('the table', () => {
  it('lets nobody but its writer near a private note, and the people who run the system near no words', () => {
    for (const [relation, cell] of Object.entries(visibility['private-note']))
      if (relation !== 'mentee' && relation !== 'mentor') expect(cell).toEqual({});
    for (const data of classes) expect(visibility[data].operator.read ?? ['meta']).toEqual(['meta']);
  });

  it('lets nobody write who may not read', () => {
    for (const data of classes)
      for (const cell of Object.values(visibility[data])) if (cell.write) expect(cell.read).toBeDefined();
  });
});
