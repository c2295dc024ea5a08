import type { DateTime } from 'luxon';

export type TriggerUse = { readonly ok: true; readonly user: string } | { readonly ok: false; readonly error: string };
export type Triggers = {
  readonly give: (user: string) => string;
  readonly use: (trigger: string) => TriggerUse;
};

const goodForSeconds = 3;

/** Trigger ids: each opens one modal, once, within three seconds of real time. */
export function createTriggers({ now, ids }: { now: () => DateTime; ids: () => string }): Triggers {
  const given = new Map<string, { user: string; at: DateTime; used: boolean }>();
  return {
    give: (user) => {
      const at = now();
      const trigger = `${at.toMillis()}.${given.size + 1}.${ids()}`;
      given.set(trigger, { user, at, used: false });
      return trigger;
    },
    use: (trigger) => {
      const found = given.get(trigger);
      if (!found) return { ok: false, error: 'invalid_trigger_id' };
      if (found.used) return { ok: false, error: 'exchanged_trigger_id' };
      if (now().diff(found.at).as('seconds') > goodForSeconds) return { ok: false, error: 'expired_trigger_id' };
      found.used = true;
      return { ok: true, user: found.user };
    },
  };
}
