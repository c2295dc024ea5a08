import {
  answeredBlock,
  answerForMentee,
  carriedOver,
  expiredForMentee,
  menteeLeftForMentor,
  menteeLeftPairing,
  menteeUnreachableForMentor,
  mentorFullForMentee,
  mentorLeftForMentee,
  mentorLeftPairing,
  mentorUnreachableForMentee,
  nextAskedForMentee,
  questionForMentee,
  questionUntold,
  requestForMentee,
  requestForMentor,
  withdrawnForMentor,
} from '../cards';
import type { Block, Card } from '../chat';
import type { NoticeKind, NoticeKinds } from '../delivery';
import { awaits, type Request, worksHere } from '../mentoring';
import { freePlacesNow, isBeingTold, pairingById, peopleById, requestById, type Tx, wasTold } from '../store';
import { accountNotices } from './account-notices';
import { beginningNotices } from './beginning-notices';
import { concernNotices } from './concern-notices';
import { digestNotices } from './digest-notices';
import { evaluationNotices } from './evaluation-notices';
import { nextBest } from './find';
import { type House, topicView } from './house';
import { meetingNotices } from './meeting-notices';
import { nudgeNoticeKinds } from './nudge-notices';
import { carriedOverTopics } from './offers';
import { ownNoticeKinds } from './own-notices';
import { pairLetterNotices } from './pair-letter';
import { pairingNotices } from './pairing-notices';
import { rePairNotices } from './re-pair-notices';
import { reportNotices } from './report-notices';
import { aboutRequest, type Wanted, waitsForMentee } from './request-notice';
import { requestReminders } from './request-reminders';
import { isWaitingUntold, onCard, partnersOf, viewOf } from './request-view';
import { sessionNotices } from './session-notices';
import { loseMentee, loseMentor, noticingLoss, unreachableKinds } from './unreachable';

type ForMentee = typeof mentorFullForMentee;

/** What news about a request that waits says once it has ended. */
const endedCard: Readonly<Record<Exclude<Request['state'], 'waiting'>, ForMentee>> = {
  accepted: answerForMentee,
  declined: answerForMentee,
  expired: expiredForMentee,
  withdrawn: (view) => requestForMentee(view),
  'mentor-left': mentorLeftForMentee,
  'mentee-left': (view) => requestForMentee(view),
  'mentor-full': (view) => requestForMentee(view),
};

/** News about a request that waits, and what it says when it is redrawn later. */
const standingCard = ({ state }: Request, whileWaiting: ForMentee): ForMentee =>
  state === 'waiting' ? whileWaiting : endedCard[state];

/** The reminder shows all of the request: whoever gets it needs no older card beside it. */
const waitingUnheard: Wanted = async (request, tx, notice) =>
  request.state === 'waiting' && !(await isBeingTold(tx, request.mentorId, 'request-reminder', notice.about));
const toldMore: Wanted = (request) => request.state === 'waiting' && request.more === 'answered';
/** The reminder shows the question once more: whoever gets it needs no older card beside it. */
const unansweredUnheard: Wanted = async (request, tx, notice) =>
  request.state === 'waiting' &&
  awaits(request) === 'mentee' &&
  !(await isBeingTold(tx, request.menteeId, 'request-question-reminder', notice.about));
const always: Wanted = () => true;
/** Only a mentor who has been asked needs to hear that no answer is needed. */
const wasAsked: Wanted = (request, tx) =>
  wasTold(tx, request.mentorId, 'request-asked', { kind: 'request', id: request.requestId });

/** The partner of somebody who left hears what ended, and what could be next. */
const pairingPartnerLeft = (house: House): NoticeKind => ({
  alone: false,
  async unwanted(tx, notice) {
    const reader = (await peopleById(tx, [notice.personId])).get(notice.personId);
    if (!reader || !worksHere(reader, tx.at)) return 'left';
    return (await pairingById(tx, notice.about.id)) ? undefined : 'gone';
  },
  async card(tx, notice) {
    const pairing = await pairingById(tx, notice.about.id);
    if (!pairing) throw new Error('A notice has lost its pairing.');
    const { mentor, mentee } = await partnersOf(tx, pairing);
    const topic = topicView(house, pairing.topicId);
    const view = { topic, mentor: onCard(mentor), mentee: onCard(mentee) };
    return notice.personId === pairing.mentorId
      ? menteeLeftPairing(view)
      : mentorLeftPairing(view, await nextBest(tx, house, mentee, pairing.topicId));
  },
});

/** What the bot tells people, by kind. */
export const noticeKinds = (house: House): NoticeKinds => noticingLoss(house, kindsOf(house));

function kindsOf(house: House): NoticeKinds {
  const asMentor = async (tx: Tx, request: Request, ...first: Block[]): Promise<Card> =>
    requestForMentor(await viewOf(tx, house, request, 'mentor'), ...first);
  const withNext = async (tx: Tx, request: Request, draw: typeof expiredForMentee): Promise<Card> => {
    const view = await viewOf(tx, house, request, 'mentee');
    const mentee = (await peopleById(tx, [request.menteeId])).get(request.menteeId);
    return draw(
      view,
      mentee && request.state !== 'accepted' ? await nextBest(tx, house, mentee, request.topicId) : undefined,
    );
  };
  const withoutMentor: NoticeKind['untold'] = (tx, notice) => loseMentor(tx, house, notice);
  return {
    ...ownNoticeKinds(house),
    ...accountNotices(house),
    ...unreachableKinds,
    ...pairingNotices(house),
    ...meetingNotices(house),
    ...evaluationNotices(house),
    ...reportNotices(house),
    ...sessionNotices(house),
    ...beginningNotices(house),
    ...concernNotices(house),
    ...digestNotices(house),
    ...nudgeNoticeKinds(house),
    ...rePairNotices(house),
    ...pairLetterNotices,
    ...requestReminders(house, withoutMentor),
    'request-asked': aboutRequest(
      true,
      waitingUnheard,
      async (tx, request) => {
        const topics = await carriedOverTopics(tx, house, request.mentorId);
        const own = await asMentor(tx, request);
        return topics.length > 0 ? { ...own, blocks: [...own.blocks, ...carriedOver(topics)] } : own;
      },
      withoutMentor,
    ),
    'request-shown': aboutRequest(true, always, (tx, request) => asMentor(tx, request), withoutMentor),
    'request-question': aboutRequest(
      true,
      unansweredUnheard,
      async (tx, request) => questionForMentee(await viewOf(tx, house, request, 'mentee')),
      (tx, notice) => loseMentee(tx, house, notice),
    ),
    'request-question-untold': aboutRequest(false, waitsForMentee, async (tx, request) =>
      questionUntold(await viewOf(tx, house, request, 'mentor')),
    ),
    'request-told-more': aboutRequest(
      true,
      toldMore,
      async (tx, request) => {
        const view = await viewOf(tx, house, request, 'mentor');
        return requestForMentor(view, ...(request.state === 'waiting' ? [answeredBlock(view)] : []));
      },
      withoutMentor,
    ),
    'request-next': aboutRequest(true, always, async (tx, request) => {
      const view = await viewOf(tx, house, request, 'mentee');
      const ended = request.follows === null ? undefined : await requestById(tx, request.follows);
      return ended ? nextAskedForMentee(view, await viewOf(tx, house, ended, 'mentee')) : requestForMentee(view);
    }),
    'request-sent': aboutRequest(true, always, async (tx, request) =>
      requestForMentee(await viewOf(tx, house, request, 'mentee')),
    ),
    'request-answered': aboutRequest(
      false,
      always,
      (tx, request) => withNext(tx, request, answerForMentee),
      (tx, notice) => loseMentee(tx, house, notice),
    ),
    'request-expired': aboutRequest(false, always, (tx, request) => withNext(tx, request, expiredForMentee)),
    'request-withdrawn': aboutRequest(false, wasAsked, async (tx, request) =>
      withdrawnForMentor(await viewOf(tx, house, request, 'mentor')),
    ),
    'request-mentor-left': aboutRequest(false, always, (tx, request) => withNext(tx, request, mentorLeftForMentee)),
    'request-mentee-left': aboutRequest(false, wasAsked, async (tx, request) =>
      menteeLeftForMentor(await viewOf(tx, house, request, 'mentor')),
    ),
    'request-mentor-unreachable': aboutRequest(
      false,
      (request, tx) => isWaitingUntold(tx, request),
      async (tx, request) =>
        withNext(
          tx,
          request,
          standingCard(
            request,
            (await isWaitingUntold(tx, request)) ? mentorUnreachableForMentee : (view) => requestForMentee(view),
          ),
        ),
    ),
    'request-mentee-unreachable': aboutRequest(false, always, async (tx, request) =>
      menteeUnreachableForMentor(await viewOf(tx, house, request, 'mentor')),
    ),
    'pairing-partner-left': pairingPartnerLeft(house),
    'mentor-full': aboutRequest(
      false,
      async (request, tx) => request.state === 'waiting' && ((await freePlacesNow(tx, request.mentorId)) ?? 0) <= 0,
      (tx, request) => withNext(tx, request, standingCard(request, mentorFullForMentee)),
    ),
  };
}
