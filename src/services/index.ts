export type { Clock } from '../mentoring';
export { type Tx, tellsSeveral } from '../store';
export { lookAtAgenda, readAgenda, writeAgenda } from './agenda';
export { accept, acceptOneSession, decline, passTime, requestFor, withdraw } from './answer';
export { type AskForm, ask, isSent, mayAsk, type Wish, whomToAsk } from './ask';
export { followOrientation, noteRead, orientationAlone, orientationFor } from './beginning';
export { managesUnits, unitsReading } from './by-unit';
export { calendarText, offerCalendarFile } from './calendar-file';
export { type Caller, zoneHere } from './caller';
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
export { commitmentKind } from './commitment';
export { endCommitment, goOnAsMentor } from './commitment-end';
export {
  concernChoices,
  concernFor,
  concernsOf,
  followConcern,
  handleConcern,
  type NewConcern,
  openConcern,
  type SeenConcern,
  tellWriter,
} from './concern';
export { keepTalk, nowOf, openTalk, peopleAround } from './conversation';
export {
  addDayOff,
  addDayOffBy,
  dropDayOffBy,
  dropDaysOff,
  keepDaysOffBy,
  keepsDaysOff,
  markOf,
  mayKeepDaysOff,
  restoreHolidays,
} from './days-off';
export { daysOffOf, todayHere } from './days-off-here';
export { digestOf } from './digest';
export { expectDigests, tellDigest } from './digest-due';
export { draftFor, draftToken, dropDraft, keepDraft, openDrafts, subjectOf } from './drafts';
export { endExchange, goOn, isMentor } from './end';
export { erasePerson } from './erase';
export { askEvaluations, releaseKind } from './evaluation-ask';
export { evaluationView, ownEvaluationWords } from './evaluation-view';
export { evaluationFor, type GivenEvaluation, giveEvaluation, mayEvaluate, toEvaluate } from './evaluations';
export { endFile, fetchFile, fileEndKind, offerFile } from './files';
export { type FindResult, findMentors } from './find';
export {
  followAnew,
  followEntry,
  followEvaluation,
  followInPlace,
  followMeeting,
  followMet,
  followNudge,
  followPairing,
  followSession,
  typeInPlace,
} from './follow';
export { type Gift, type Given, giveInstallation } from './give-installation';
export { homeOf } from './home';
export { followHome, tellMissed, welcomeOnce } from './home-notice';
export { wantsDigest } from './hours';
export { type House, houseOf, type ProgramPolicy, type TopicEntry, topicView } from './house';
export { closeAccount, identify } from './identify';
export { type AddressOf, type ImportResult, importPeople, type RowFault, type UnknownColumn } from './import';
export { leaveWhenDue, leavingKind } from './leave';
export { type CodeUse, makeCode, redeemCode } from './link-code';
export { meetMoreWishes, moreWishesKind } from './meet-wishes';
export { meetingMetKind, meetingOverKind, meetingReminderKind } from './meeting-end';
export { remindOfMeeting } from './meeting-reminders';
export { meetingView, openMeetingOf, usualPlan } from './meeting-view';
export { callOff, meetingFor, passMeeting, pickTime, proposeMeeting } from './meetings';
export {
  entryOf,
  entryStep,
  entryValues,
  hasAgreed,
  mentorTermsOf,
  offerable,
  pauseMentor,
  resumeMentor,
  saveMentorEntry,
} from './mentors';
export { mentorsNamed } from './mentors-named';
export { askMet, metOn, metView, missMeeting, sessionOfMeeting } from './met';
export { mineOf, waitingRequests } from './mine';
export { mentorsOfThatName } from './named-mentor';
export { noticeKinds } from './notices';
export { askAgain, askLater, askLess } from './nudge-answers';
export { sendNudge } from './nudge-send';
export { nudgeView } from './nudge-view';
export {
  beginToNudge,
  evaluationNudgeKind,
  nudgeEvaluations,
  nudgeKind,
  nudgePair,
  nudgesBeginKind,
} from './nudges';
export { carriedOverTopics, leaveList, toldOfCarryOver } from './offers';
export { officeNamed, officesOf } from './offices';
export { closeByCoordinator, openByCoordinator } from './open-topic';
export { mayReadFigures, overviewFor, standingOf, wishedFor } from './overview';
export { writeToBoth } from './pair-letter';
export { pairsInNeed, requestsWaiting } from './pair-needs';
export { pairingFor } from './pairing';
export { pairingView } from './pairing-view';
export { accountsKnown, coordinatorsNear, leavingOf, whyWritten } from './part';
export { type Partner, partnersFor, partnersNamed } from './partners';
export { followable, noteOffered } from './pending';
export { looksDays, looksOf, privacyOf } from './privacy';
export { askMore, tellMore } from './question';
export { rePair } from './re-pair';
export { releaseWhenDue } from './release';
export { reportedPrograms, reportOf, reportsFor } from './report';
export { offerReport, reportCsv } from './report-file';
export { viewOf } from './request-view';
export { type Kept, keepTimes, retentionKind } from './retention';
export { type AtGlance, askPair, seenPair, setFine } from './seen-pair';
export { ownWords, partnerName, sessionTopics, sessionView } from './session-view';
export { confirmSession, correctSession, keepNote, type Logged, logSession, sessionFor, todayOf } from './sessions';
export { type Changed, changeSettings, settingsOf, settingsView } from './settings';
export { type SetUp, setUpOrganization } from './setup';
export { answerSitIn, askToSitIn, followSitIn, sitInFor, sitInView } from './sit-in';
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
export { supervisorToHear } from './supervisor';
export { closedTopics, mayOpen, openNow, programFor, suggested, topicsWithMentors } from './topics';
export { failTurn, finishTurn, recordTurn, reopenTurn } from './turns';
export { dropWish, keepWish, mentorsWithoutApp } from './wishes';
