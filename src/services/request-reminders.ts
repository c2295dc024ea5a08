import {
  fewer,
  questionBrief,
  questionForMentee,
  questionReminder,
  reminderBlock,
  requestBrief,
  requestForMentor,
} from '../cards';
import type { Card } from '../chat';
import type { NoticeKind, NoticeKinds } from '../delivery';
import { requestById, type Tx } from '../store';
import { wantsReminders } from './hours';
import type { House } from './house';
import { aboutRequest, type Wanted, waitsForMentee, waitsForMentor } from './request-notice';
import { viewOf } from './request-view';

/** It says at its end how to get fewer of its kind. */
const withFewer = (own: Card): Card => ({ ...own, blocks: [...own.blocks, fewer()] });

/** How one side is reminded of a request that waits for her. */
type Side = {
  readonly reader: 'mentor' | 'mentee';
  readonly waits: Wanted;
  readonly draw: typeof requestForMentor;
  readonly first: typeof reminderBlock;
  readonly brief: typeof requestBrief;
};

/** Nobody gets it who has turned reminders off; beside others of the same morning it is a line with the way to its answers. */
const reminding = (
  house: House,
  { reader, waits, draw, first, brief }: Side,
  untold?: NoticeKind['untold'],
): NoticeKind => {
  const kind = aboutRequest(
    false,
    waits,
    async (tx, request, notice) => {
      const view = await viewOf(tx, house, request, reader);
      return (await waits(request, tx, notice)) ? withFewer(draw(view, first(view))) : draw(view);
    },
    untold,
  );
  return {
    ...kind,
    unwanted: async (tx, notice) =>
      (await wantsReminders(tx, notice.personId)) ? kind.unwanted(tx, notice) : 'reminders-off',
    async beside(tx: Tx, { about }) {
      const request = await requestById(tx, about.id);
      if (!request) throw new Error('A notice has lost its request.');
      return brief(await viewOf(tx, house, request, reader));
    },
  };
};

/** A request that waits is called to mind once to whoever is waited for. */
export const requestReminders = (house: House, withoutMentor: NoticeKind['untold']): NoticeKinds => ({
  'request-reminder': reminding(
    house,
    { reader: 'mentor', waits: waitsForMentor, draw: requestForMentor, first: reminderBlock, brief: requestBrief },
    withoutMentor,
  ),
  'request-question-reminder': reminding(house, {
    reader: 'mentee',
    waits: waitsForMentee,
    draw: questionForMentee,
    first: questionReminder,
    brief: questionBrief,
  }),
});
