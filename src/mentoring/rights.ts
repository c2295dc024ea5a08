import { holds, type Role } from './people';
import { type Act, type Cell, type DataClass, type Relation, type Scope, visibility } from './visibility';

/** Who would see or do something, with her roles of this moment: a role taken away counts at once. */
export type Actor = { readonly personId: string; readonly roles: readonly Role[] };

/** What it is about: whose it is, who wrote it, and how far it reaches. What is not known of it opens nothing. */
export type Thing = {
  readonly data: DataClass;
  readonly menteeId?: string;
  readonly mentorId?: string;
  readonly writerId?: string;
  /** The mentee's own supervisor. */
  readonly supervisorId?: string;
  readonly programId?: string;
  /** Paths (`A > B`) of the units of its people. */
  readonly unitPaths?: readonly string[];
  /** To whom its writer has opened this one. */
  readonly openedTo?: readonly Relation[];
  /** Who was asked to take care of it. */
  readonly handlerId?: string;
};

/** How far somebody may go: `none`, or the scope that holds. */
export type Right = Scope | 'none';

const within = (unit: string, path: string): boolean =>
  ` > ${path} > `.toLowerCase().includes(` > ${unit} > `.toLowerCase());

/** Whether a role reaches it. What belongs to people is reached only where it is known to lie within the role's program and unit. */
function reaches(role: Role, thing: Thing): boolean {
  const isOfAll = thing.menteeId === undefined && thing.mentorId === undefined && thing.writerId === undefined;
  const inProgram =
    thing.programId === undefined ? isOfAll || role.programId === '' : holds([role], role.role, thing.programId);
  const inUnit = thing.unitPaths === undefined ? isOfAll : thing.unitPaths.some((path) => within(role.unitPath, path));
  return inProgram && (role.unitPath === '' || inUnit);
}

const governing: readonly Relation[] = ['coordinator', 'program_manager'];

/**
 * What this person is to it. One of its two is that alone, whatever roles she holds beside: of what is her own, nobody
 * sees more by a second role.
 */
function relationsTo({ personId, roles }: Actor, thing: Thing): readonly Relation[] {
  if (thing.mentorId === personId) return ['mentor'];
  if (thing.menteeId === personId) return ['mentee'];
  if (thing.writerId === personId) return ['mentee'];
  // What was given into her hands, as nobody nearer could take it, her role need not reach.
  const isHanded = thing.handlerId === personId;
  return [
    ...governing.filter((name) => roles.some((role) => role.role === name && (isHanded || reaches(role, thing)))),
    ...(thing.supervisorId === personId ? (['supervisor'] as const) : []),
    'other',
  ];
}

function applies(scope: Scope, relation: Relation, personId: string, thing: Thing): boolean {
  switch (scope) {
    case 'own':
      return thing.writerId === personId;
    case 'opened':
      return thing.openedTo?.includes(relation) === true;
    case 'handed':
      return thing.handlerId === personId;
    default:
      return true;
  }
}

const scopesOf = (cell: Cell, act: Act): readonly Scope[] => cell[act] ?? [];

/** From the thing itself to the least that can be known of it. */
const widest: readonly Scope[] = [
  'any',
  'own',
  'pair',
  'reach',
  'report',
  'opened',
  'handed',
  'meta',
  'count',
  'figures',
];

/**
 * How far this person may see or do this: the one place where that is decided. Denied by default. The table is
 * `visibility`; of several roles the widest counts, but for what is her own.
 */
export function rightTo(actor: Actor, act: Act, thing: Thing): Right {
  const held = relationsTo(actor, thing).flatMap((relation) =>
    scopesOf(visibility[thing.data][relation], act).filter((scope) => applies(scope, relation, actor.personId, thing)),
  );
  return widest.find((scope) => held.includes(scope)) ?? 'none';
}

const partial: ReadonlySet<Right> = new Set<Right>(['none', 'meta', 'count', 'figures']);

/** Whether a right is one to the thing itself, and not only to what is known of it. */
export const isFull = (right: Right): boolean => !partial.has(right);

/** Whether this person may see or do the thing itself. */
export const may = (actor: Actor, act: Act, thing: Thing): boolean => isFull(rightTo(actor, act, thing));

const single: ReadonlySet<Scope> = new Set<Scope>(['reach', 'meta']);

/** Those of her roles that let her know of single such things of others, be it only that they exist. */
export const rolesFor = (roles: readonly Role[], act: Act, data: DataClass): readonly Role[] =>
  roles.filter(
    ({ role }) => governing.includes(role) && scopesOf(visibility[data][role], act).some((scope) => single.has(scope)),
  );
