export type { Clock } from '../mentoring';
export type { Tx } from '../store';
export { accept, decline, passTime, requestFor, withdraw } from './answer';
export { ask, mayAsk, type Wish, whomToAsk } from './ask';
export { type Caller, closeAccount, identify } from './caller';
export { type FindResult, findMentors } from './find';
export { followAnew, followInPlace, typeInPlace } from './follow';
export { homeOf } from './home';
export { followHome, welcomeOnce } from './home-notice';
export { type House, houseOf, mayCoordinate, type ProgramPolicy, type TopicEntry, topicView } from './house';
export { type AddressOf, type ImportResult, importPeople, type RowFault } from './import';
export {
  entryOf,
  entryValues,
  hasAgreed,
  mentorTermsOf,
  offerable,
  pauseMentor,
  resumeMentor,
  saveMentorEntry,
} from './mentors';
export { mineOf, waitingRequests } from './mine';
export { noticeKinds } from './notices';
export { carriedOverTopics, leaveList, toldOfCarryOver } from './offers';
export { officesOf } from './offices';
export { openByCoordinator } from './open-topic';
export { followable, noteOffered } from './pending';
export { viewOf } from './request-view';
export { setUpOrganization } from './setup';
export { closedTopics, mayOpen, openNow, suggested, topicsWithMentors } from './topics';
export { failTurn, finishTurn, recordTurn } from './turns';
export { dropWish, keepWish, topicFigures } from './wishes';
