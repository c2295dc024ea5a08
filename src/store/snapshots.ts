import type { Quarter, Side, Subject, Theme } from '../mentoring';
import type { Tx } from './store';

/** One published figure: how many evaluations, and their average. */
export type Figure = {
  readonly side: Side;
  readonly subject: Subject;
  readonly evaluations: number;
  readonly average: number;
};

/** What is published of a program and a quarter; `themes` are those of both sides together. */
export type Snapshot = {
  readonly programId: string;
  readonly quarter: Quarter;
  readonly figures: readonly Figure[];
  readonly themes: readonly Theme[];
};

const idOf = (subject: Subject): string => ('id' in subject ? subject.id : '');

/** Writes what is published; false where that quarter was published before: nothing of it is changed then, ever. */
export async function insertSnapshot(tx: Tx, { programId, quarter, figures, themes }: Snapshot): Promise<boolean> {
  const first: unknown[] = await tx.manager.query(
    `insert into snapshot (organization_id, program_id, quarter, side, subject_kind, subject_id, themes, released_at)
     values ($1, $2, $3, 'both', 'program', '', $4, $5) on conflict do nothing returning quarter`,
    [tx.organizationId, programId, quarter, [...themes], tx.at.toJSDate()],
  );
  if (first.length === 0) return false;
  for (const { side, subject, evaluations, average } of figures)
    await tx.manager.query(
      `insert into snapshot (organization_id, program_id, quarter, side, subject_kind, subject_id, evaluations, average, released_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tx.organizationId,
        programId,
        quarter,
        side,
        subject.kind,
        idOf(subject),
        evaluations,
        average,
        tx.at.toJSDate(),
      ],
    );
  return true;
}

type Row = {
  side: Side | 'both';
  kind: Subject['kind'];
  id: string;
  evaluations: number;
  average: string;
  themes: Theme[];
};

const subjectOf = ({ kind, id }: Pick<Row, 'kind' | 'id'>): Subject =>
  kind === 'topic' || kind === 'mentor' ? { kind, id } : { kind };

/** What was published of a program and a quarter for everybody who may read reports, so without single mentors. */
export async function snapshotOf(tx: Tx, programId: string, quarter: Quarter): Promise<Snapshot | undefined> {
  const rows: Row[] = await tx.manager.query(
    `select side, subject_kind as kind, subject_id as id, evaluations, average, themes from snapshot
     where organization_id = $1 and program_id = $2 and quarter = $3 and subject_kind <> 'mentor'
     order by side, subject_kind, evaluations desc, subject_id`,
    [tx.organizationId, programId, quarter],
  );
  if (rows.length === 0) return undefined;
  const figures = rows.flatMap(({ side, evaluations, average, ...subject }) =>
    side === 'both' ? [] : [{ side, subject: subjectOf(subject), evaluations, average: Number(average) }],
  );
  return { programId, quarter, figures, themes: rows.find(({ side }) => side === 'both')?.themes ?? [] };
}

/** The quarters of which there are figures or themes for these programs, the newest first. */
export async function releasedQuarters(tx: Tx, programIds: readonly string[]): Promise<readonly Quarter[]> {
  const rows: { quarter: Quarter }[] = await tx.manager.query(
    `select distinct quarter from snapshot where organization_id = $1 and program_id = any($2)
       and (evaluations is not null or themes <> '{}') order by quarter desc`,
    [tx.organizationId, [...programIds]],
  );
  return rows.map(({ quarter }) => quarter);
}

/** A mentor's own published figures, the newest quarter first. */
export async function figuresOfMentor(
  tx: Tx,
  mentorId: string,
  most: number,
): Promise<readonly { readonly quarter: Quarter; readonly evaluations: number; readonly average: number }[]> {
  const rows: { quarter: Quarter; evaluations: number; average: string }[] = await tx.manager.query(
    `select quarter, evaluations, average from snapshot
     where organization_id = $1 and subject_kind = 'mentor' and subject_id = $2 order by quarter desc, program_id limit $3`,
    [tx.organizationId, mentorId, most],
  );
  return rows.map(({ quarter, evaluations, average }) => ({ quarter, evaluations, average: Number(average) }));
}

/** Who reads the reports of a program and works here: its coordinators and program managers. */
export async function reportReaders(tx: Tx, programId: string): Promise<readonly string[]> {
  const rows: { id: string }[] = await tx.manager.query(
    `select distinct p.person_id as id from person_role r
     join person p on p.organization_id = r.organization_id and p.person_id = r.person_id
     where r.organization_id = $1 and r.role in ('coordinator', 'program_manager') and r.program_id in ('', $2)
       and (p.left_on is null or p.left_on > $3::date) order by id`,
    [tx.organizationId, programId, tx.at.toISODate()],
  );
  return rows.map(({ id }) => id);
}
