import type { Evaluation, Quarter } from '../mentoring';
import { ownerKeys } from './people';
import type { Tx } from './store';

/** What the writer says in her own words; '' where she says nothing. */
export type EvaluationWords = { readonly helped: string; readonly improve: string };

const place = (evaluationId: string, field: string): string => `evaluation|${evaluationId}|${field}`;

const columns = `evaluation_id as "evaluationId", session_id as "sessionId", writer_id as "writerId",
  writer_side as "writerSide", about_id as "aboutId", program_id as "programId", topic_id as "topicId", quarter, points, able,
  go_on as "goOn", themes, releases_themes as "releasesThemes", shows_partner as "showsPartner", contact_me as "contactMe"`;

/**
 * Writes an evaluation, the first time or over the one before, its words sealed with the writer's key. A writer has one for a
 * session; what belongs to another session, another writer or another quarter is not written over: false.
 */
export async function saveEvaluation(tx: Tx, own: Evaluation, words: EvaluationWords): Promise<boolean> {
  const owner = await ownerKeys(tx, own.writerId);
  const sealed = (field: keyof EvaluationWords): string | null =>
    words[field] === '' ? null : tx.vault.sealFor(owner, place(own.evaluationId, field), words[field]);
  const rows: unknown[] = await tx.manager.query(
    `insert into evaluation (organization_id, evaluation_id, session_id, writer_id, writer_side, about_id, program_id, topic_id,
       quarter, points, able, go_on, contact_me, themes, releases_themes, shows_partner, helped, improve)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     on conflict (organization_id, session_id, writer_id) do update set points = excluded.points, able = excluded.able,
       go_on = excluded.go_on, contact_me = excluded.contact_me, themes = excluded.themes,
       releases_themes = excluded.releases_themes, shows_partner = excluded.shows_partner, helped = excluded.helped,
       improve = excluded.improve
       where evaluation.evaluation_id = excluded.evaluation_id and evaluation.quarter = excluded.quarter
     returning evaluation_id`,
    [
      tx.organizationId,
      own.evaluationId,
      own.sessionId,
      own.writerId,
      own.writerSide,
      own.aboutId,
      own.programId,
      own.topicId,
      own.quarter,
      own.points,
      own.able,
      own.goOn,
      own.contactMe,
      [...own.themes],
      own.releasesThemes,
      own.showsPartner,
      sealed('helped'),
      sealed('improve'),
    ],
  );
  return rows.length > 0;
}

/** This person's own evaluation of a session, without its words. */
export async function evaluationOf(tx: Tx, sessionId: string, writerId: string): Promise<Evaluation | undefined> {
  const rows: Evaluation[] = await tx.manager.query(
    `select ${columns} from evaluation where organization_id = $1 and session_id = $2 and writer_id = $3`,
    [tx.organizationId, sessionId, writerId],
  );
  return rows[0];
}

/** The evaluation by its id, without its words. */
export async function evaluationById(tx: Tx, evaluationId: string): Promise<Evaluation | undefined> {
  const rows: Evaluation[] = await tx.manager.query(
    `select ${columns} from evaluation where organization_id = $1 and evaluation_id = $2`,
    [tx.organizationId, evaluationId],
  );
  return rows[0];
}

/** The words of an evaluation, for those who may read them. */
export async function evaluationWords(
  tx: Tx,
  { evaluationId, writerId }: Pick<Evaluation, 'evaluationId' | 'writerId'>,
): Promise<EvaluationWords> {
  const rows: { helped: string | null; improve: string | null }[] = await tx.manager.query(
    'select helped, improve from evaluation where organization_id = $1 and evaluation_id = $2',
    [tx.organizationId, evaluationId],
  );
  const owner = await ownerKeys(tx, writerId);
  const open = (field: keyof EvaluationWords): string => {
    const sealed = rows[0]?.[field] ?? null;
    return sealed === null ? '' : tx.vault.openFor(owner, place(evaluationId, field), sealed);
  };
  return { helped: open('helped'), improve: open('improve') };
}

export type Unevaluated = { readonly sessionId: string; readonly pairingId: string };

/** Sessions that both agree on and that this person has not evaluated, of each pairing the newest; the newest first. */
export async function unevaluatedBy(
  tx: Tx,
  personId: string,
  programIds: readonly string[],
): Promise<readonly Unevaluated[]> {
  return tx.manager.query(
    `select "sessionId", "pairingId" from (
       select distinct on (s.pairing_id) s.session_id as "sessionId", s.pairing_id as "pairingId", s.held_on from session s
       join pairing p on p.organization_id = s.organization_id and p.pairing_id = s.pairing_id
       where s.organization_id = $1 and s.state = 'confirmed' and $2 in (p.mentor_id, p.mentee_id) and p.program_id = any($3)
         and not exists (select 1 from evaluation e
           where e.organization_id = $1 and e.session_id = s.session_id and e.writer_id = $2)
       order by s.pairing_id, s.held_on desc, s.session_id) newest
     order by held_on desc, "pairingId"`,
    [tx.organizationId, personId, [...programIds]],
  );
}

/** The evaluations of a program in a quarter, in the order of their random ids: it tells nothing of when they came. */
export async function evaluationsIn(tx: Tx, programId: string, quarter: Quarter): Promise<readonly Evaluation[]> {
  return tx.manager.query(
    `select ${columns} from evaluation where organization_id = $1 and program_id = $2 and quarter = $3 order by evaluation_id`,
    [tx.organizationId, programId, quarter],
  );
}

/** The programs and quarters with evaluations of which nothing has been published, the oldest first; today's is among them. */
export async function unreleased(
  tx: Tx,
): Promise<readonly { readonly programId: string; readonly quarter: Quarter }[]> {
  return tx.manager.query(
    `select distinct e.program_id as "programId", e.quarter from evaluation e
     where e.organization_id = $1 and not exists (select 1 from snapshot s
       where s.organization_id = $1 and s.program_id = e.program_id and s.quarter = e.quarter)
     order by e.quarter, e.program_id`,
    [tx.organizationId],
  );
}
