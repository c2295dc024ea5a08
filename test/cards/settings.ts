import { DateTime } from 'luxon';
import * as cards from '../../src/cards';
import type { Card, Form } from '../../src/chat';
import { usualSettings } from '../../src/mentoring';

const now = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
const own = { ...usualSettings, zone: 'America/Argentina/ComodRivadavia', days: [1, 3, 5, 6, 7], reminders: false };

const view: cards.SettingsView = {
  settings: own,
  version: 2_000_000_000,
  zone: own.zone,
  showsDigest: true,
  now,
};

/** Every card about one's own settings. */
export const settingsCards = (): readonly Card[] => [
  cards.settingsCard(view),
  cards.settingsCard(view, own, cards.settingsSaved()),
  cards.settingsCard({ ...view, settings: usualSettings, showsDigest: false }, undefined, cards.settingsSame()),
  cards.settingsCard(view, undefined, cards.settingsBack()),
  cards.settingsCard(view, undefined, cards.settingsMoved()),
];

/** Its form, with and without the digest. */
export const settingsForms = (): readonly Form[] => [
  cards.settingsForm({ showsDigest: true }),
  cards.settingsForm({ showsDigest: false }, cards.settingsAsked()),
];
