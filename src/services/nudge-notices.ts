import { DateTime } from 'luxon';
import { evaluationBrief, evaluationOutstanding, nudgeBrief, nudgeCard, type OutstandingView } from '../cards';
import type { NoticeKind, NoticeKinds } from '../delivery';
import { isRunning, isStale, mostNudges, worksHere } from '../mentoring';
import { evaluationOf, type NoticeRow, pairingById, peopleById, sessionById, type Tx } from '../store';
import { commitmentNotice } from './commitment-notice';
import { evaluationView } from './evaluation-view';
import { wantsReminders } from './hours';
import type { House } from './house';
import { nudgeView } from './nudge-view';
import { wasNudgedToday } from './nudged-today';
import { heardBy, judgeNudge } from './nudges';
import { aboutPairing } from './pairing';
import { aboutPairingKind } from './pairing-notices';

/** The same kind of notice as a nudge: none to whoever has turned reminders off, none that is late by a day, one a day. */
const nudging = (kind: NoticeKind): NoticeKind => ({
  ...kind,
  async unwanted(tx, notice) {
    const reason = await kind.unwanted(tx, notice);
    if (reason !== undefined) return reason;
    if (!(await wantsReminders(tx, notice.personId))) return 'reminders-off';
    if (notice.notBefore && isStale(DateTime.fromJSDate(notice.notBefore), tx.at)) return 'stale';
    return (await wasNudgedToday(tx, notice.personId)) ? 'one-a-day' : undefined;
  },
});

/** What the bot asks by the cadence of a program, by kind. */
export const nudgeNoticeKinds = (house: House): NoticeKinds => {
  const draw = async (tx: Tx, { about, personId }: NoticeRow) => {
    const pairing = await pairingById(tx, about.id);
    if (!pairing) throw new Error('A notice has lost its pairing.');
    return nudgeView(tx, house, pairing, personId);
  };
  const isOpen: Parameters<typeof aboutPairingKind>[1] = async (tx, pairing, { personId }) => {
    const program = house.programs.get(pairing.programId);
    return (
      isRunning(pairing) &&
      program !== undefined &&
      (await judgeNudge(tx, program, pairing, personId)).standing.turn === 'now'
    );
  };
  const pair: NoticeKind = {
    ...aboutPairingKind(false, isOpen, async (tx, _, notice) => nudgeCard(await draw(tx, notice))),
    beside: async (tx, notice) => nudgeBrief(await draw(tx, notice)),
    untold: (tx, { about }) => house.ledger.redraw(tx, aboutPairing(about.id), undefined),
  };
  return {
    'nudge-first': nudging(pair),
    'nudge-met': nudging(pair),
    'nudge-shown': { ...pair, alone: true, unwanted: async () => undefined },
    'evaluation-outstanding': nudging(outstanding(house)),
    'commitment-ending': nudging(commitmentNotice(house)),
  };
};

/** An evaluation that is outstanding, to its writer. */
const outstanding = (house: House): NoticeKind => {
  const view = async (tx: Tx, { about, personId }: NoticeRow): Promise<OutstandingView> => {
    const session = await sessionById(tx, about.id);
    const pairing = session && (await pairingById(tx, session.pairingId));
    if (!session || !pairing) throw new Error('A notice has lost its session.');
    const { heard } = await heardBy(tx, pairing, personId, ['evaluation-outstanding'], about);
    return { ...(await evaluationView(tx, house, session, pairing, personId)), isLast: heard >= mostNudges };
  };
  return {
    alone: false,
    async unwanted(tx, { about, personId }) {
      const writer = (await peopleById(tx, [personId])).get(personId);
      if (!writer || !worksHere(writer, tx.at)) return 'left';
      return (await evaluationOf(tx, about.id, personId)) ? 'settled' : undefined;
    },
    card: async (tx, notice) => evaluationOutstanding(await view(tx, notice)),
    beside: async (tx, notice) => evaluationBrief(await view(tx, notice)),
  };
};
