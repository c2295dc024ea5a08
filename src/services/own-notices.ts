import { answerMissed, backFromPause, mentorEntry, noEntry, welcome, wishesMet, wishMet, wishOver } from '../cards';
import type { Card } from '../chat';
import type { NoticeKind, NoticeKinds } from '../delivery';
import { worksHere } from '../mentoring';
import {
  hasActedSince,
  type NoticeRow,
  organizationOfTx,
  peopleById,
  rolesOf,
  type Tx,
  type Wish,
  wishById,
} from '../store';
import type { Caller } from './caller';
import { canAsk } from './find';
import { homeOf } from './home';
import { type House, topicView } from './house';
import { entryFigures, entryOf } from './mentors';

type Reader = Pick<Caller, 'person' | 'roles' | 'zone'>;

/** The reader of a notice, as she would act herself. */
async function readerOf(tx: Tx, personId: string): Promise<Reader | undefined> {
  const person = (await peopleById(tx, [personId])).get(personId);
  if (!person) return undefined;
  const zone = person.zone ?? (await organizationOfTx(tx)).zone;
  return { person, roles: await rolesOf(tx, personId), zone };
}

type Wanted = (tx: Tx, reader: Reader, notice: NoticeRow) => Promise<boolean>;
const always: Wanted = async () => true;

/** A kind of notice about the reader's own state. */
const aboutReader = (
  alone: boolean,
  wanted: Wanted,
  draw: (tx: Tx, reader: Reader, notice: NoticeRow) => Promise<Card>,
): NoticeKind => ({
  alone,
  async unwanted(tx, notice) {
    const reader = await readerOf(tx, notice.personId);
    if (!reader || !worksHere(reader.person, tx.at)) return 'left';
    return (await wanted(tx, reader, notice)) ? undefined : 'settled';
  },
  async card(tx, notice) {
    const reader = await readerOf(tx, notice.personId);
    if (!reader) throw new Error('A notice has lost its reader.');
    return draw(tx, reader, notice);
  },
});

/** What the bot tells people about themselves, their entries and their wishes, by kind. */
export function ownNoticeKinds(house: House): NoticeKinds {
  const wishOf = async (tx: Tx, { about }: NoticeRow): Promise<Wish> => {
    const wish = await wishById(tx, about.id);
    if (!wish) throw new Error('A notice has lost its wish.');
    return wish;
  };
  const topicOf = async (tx: Tx, notice: NoticeRow) => topicView(house, (await wishOf(tx, notice)).topicId);
  /** The wish is still kept, and nobody was faster: there is still somebody to ask. */
  const canFollow: Wanted = async (tx, { person }, notice) => {
    const { state, topicId } = await wishOf(tx, notice);
    return state === 'kept' && (await canAsk(tx, house, person, topicId));
  };
  return {
    home: aboutReader(true, always, async (tx, reader) => welcome(await homeOf(tx, house, reader))),
    'answer-missed': aboutReader(
      false,
      async (tx, _, notice) => !(await hasActedSince(tx, notice)),
      async () => answerMissed(),
    ),
    // Where she has left the list since, her old entry says so instead of that mentees can find her.
    'mentor-entry': aboutReader(true, always, async (tx, reader) => {
      const entry = await entryOf(tx, house, reader);
      return entry ? mentorEntry(entry, tx.at.setZone(reader.zone)) : noEntry();
    }),
    'pause-over': aboutReader(
      false,
      async (tx, { person }) => (await entryFigures(tx, person.personId))?.pausedUntil === null,
      async () => backFromPause(),
    ),
    'wish-met': aboutReader(false, canFollow, async (tx, _, notice) => {
      const { wishId, state, topicId } = await wishOf(tx, notice);
      return state === 'kept' ? wishMet(topicView(house, topicId), wishId) : wishOver(topicView(house, topicId));
    }),
    'wishes-met': aboutReader(false, always, async (tx, _, notice) =>
      wishesMet(await topicOf(tx, notice), Number(notice.occurrence)),
    ),
  };
}
