export type { Clock } from '../mentoring';
export type { Tx } from '../store';
export { accept, decline, passTime, requestFor, withdraw } from './answer';
export { ask, mayAsk, type Wish, whomToAsk } from './ask';
export { type Caller, closeAccount, identify, zoneHere } from './caller';
export {
  accountsWaiting,
  claimFor,
  findPeople,
  followClaim,
  linkClaim,
  refuseClaim,
  type Seen,
  undoClaim,
  type Whom,
  type WhomFault,
} from './claims';
export { type FindResult, findMentors } from './find';
export { followAnew, followInPlace, typeInPlace } from './follow';
export { type House, houseOf, type ProgramPolicy, type TopicEntry, topicView } from './house';
export { type AddressOf, type ImportResult, importPeople, type RowFault } from './import';
export { type CodeUse, makeCode, redeemCode } from './link-code';
export { answersDue, mineOf, waitingRequests } from './mine';
export { noticeKinds } from './notices';
export { carriedOverTopics, leaveList, toldOfCarryOver } from './offers';
export { viewOf } from './request-view';
export { setUpOrganization } from './setup';
export {
  confirmMatch,
  denyMatch,
  isGuest,
  type Met,
  meetAccount,
  meetStranger,
  type Stranger,
  wantsProfile,
} from './stranger';
export { closedTopics, mayOpen, openByCoordinator, openNow, suggested, topicsWithMentors } from './topics';
export { failTurn, finishTurn, recordTurn, reopenTurn } from './turns';
