import type { SettingsView } from '../cards';
import {
  type Decision,
  decideSettings,
  happened,
  isCoordinator,
  refuse,
  type Settings,
  usualSettings,
} from '../mentoring';
import { recordEvent, saveSettings, settingsByPerson, type Tx } from '../store';
import type { Caller } from './caller';
import { planRemindersOf } from './meeting-reminders';

type Who = Pick<Caller, 'person' | 'roles' | 'zone'>;

/** What she has set, or what is usual, as of which change of hers. */
export type OwnSettings = { readonly settings: Settings; readonly version: number };

/** What a change has made of them, and what it was before. */
export type Changed = OwnSettings & { readonly before: Settings };

export async function settingsOf(tx: Tx, { person: { personId } }: Pick<Caller, 'person'>): Promise<OwnSettings> {
  const kept = (await settingsByPerson(tx, [personId])).get(personId);
  if (!kept) return { settings: usualSettings, version: 0 };
  const { zone, quietFrom, quietTo, days, reminders, digest, version } = kept;
  return { settings: { zone, quietFrom, quietTo, days, reminders, digest }, version };
}

/** The same as her card shows it. The weekly digest is for those who coordinate a program. */
export async function settingsView(tx: Tx, caller: Who): Promise<SettingsView> {
  const { settings, version } = await settingsOf(tx, caller);
  const showsDigest = isCoordinator(caller.roles);
  const zone = settings.zone ?? caller.zone;
  return { settings, version, zone, showsDigest, now: tx.at };
}

/**
 * Keeps what she sets; what is left out stays, and her reminders that are ahead move with it. Refused for what nobody can
 * mean, and where she has changed something since (`seen`). No event where nothing changes.
 */
export async function changeSettings(
  tx: Tx,
  { person }: Pick<Caller, 'person'>,
  change: Partial<Settings>,
  seen?: number,
): Promise<Decision<Changed>> {
  const before = await settingsOf(tx, { person });
  if (seen !== undefined && seen !== before.version) return refuse({ code: 'settings-changed' });
  const decision = decideSettings(before.settings, { ...before.settings, ...change });
  if (!decision.ok) return decision;
  const [settings] = decision.events;
  if (!settings) return happened();
  if (!(await saveSettings(tx, person.personId, before.version, settings))) return refuse({ code: 'settings-changed' });
  await recordEvent(tx, { kind: 'settings.changed', personId: person.personId });
  await planRemindersOf(tx, person.personId);
  return happened({ settings, before: before.settings, version: before.version + 1 });
}
