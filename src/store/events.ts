import type { Tx } from './store';

export type EventRecord = {
  /** What happened, in the past tense: `request.accepted`. */
  readonly kind: string;
  readonly requestId?: string;
  readonly pairingId?: string;
  readonly personId?: string;
  /** Ids, numbers and closed words only; never what a person wrote. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
};

/** Appends to the record of what happened; nothing there is ever changed. */
export async function recordEvent(tx: Tx, event: EventRecord): Promise<void> {
  await tx.manager.query(
    `insert into event (organization_id, event_id, at, kind, actor_id, request_id, pairing_id, person_id, facts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.organizationId,
      tx.newId(),
      tx.at.toJSDate(),
      event.kind,
      tx.actorId ?? null,
      event.requestId ?? null,
      event.pairingId ?? null,
      event.personId ?? null,
      JSON.stringify(event.facts ?? {}),
    ],
  );
}

export type AuditRecord = {
  readonly action: string;
  readonly objectKind: string;
  readonly objectId?: string;
  readonly outcome: 'done' | 'denied';
};

/** Appends who did or tried what, to which object, with which outcome; never content. */
export async function recordAudit(tx: Tx, record: AuditRecord): Promise<void> {
  await tx.manager.query(
    `insert into audit (organization_id, audit_id, at, actor_id, action, object_kind, object_id, outcome)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.organizationId,
      tx.newId(),
      tx.at.toJSDate(),
      tx.actorId ?? null,
      record.action,
      record.objectKind,
      record.objectId ?? null,
      record.outcome,
    ],
  );
}

/** Appends, for each of these, that it was looked at in a list. */
export async function recordLooks(
  tx: Tx,
  seen: readonly { readonly objectKind: string; readonly objectId: string }[],
): Promise<void> {
  if (seen.length === 0) return;
  await tx.manager.query(
    `insert into audit (organization_id, audit_id, at, actor_id, action, object_kind, object_id, outcome)
     select $1::uuid, "auditId", $2::timestamptz, $3::uuid, 'list', "objectKind", "objectId", 'done'
     from json_to_recordset($4::json) s ("auditId" uuid, "objectKind" text, "objectId" text)`,
    [
      tx.organizationId,
      tx.at.toJSDate(),
      tx.actorId ?? null,
      JSON.stringify(seen.map((each) => ({ auditId: tx.newId(), ...each }))),
    ],
  );
}
