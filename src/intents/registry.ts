import { accounts, claim, findPerson, knock, link, linkAccount, notMe, refuseAccount, thatsMe, undo } from './accounts';
import { agenda } from './agenda';
import { accept, acceptSession, request, withdraw } from './answer';
import { ask } from './ask';
import { orientation, oriented } from './beginning';
import { closeConcern, concern, showConcern, takeConcern } from './concern';
import { dayOffAdd, dayOffUndo, daysOff, daysOffChange } from './days-off';
import { decline } from './decline';
import { digest, inactive, pairAsked, pairFine, pairNotFine, seePair, waitlist } from './digest';
import { draftIntents } from './draft';
import { end, goOn } from './end';
import { evaluate } from './evaluate';
import { find } from './find';
import type { Intent } from './intent';
import { drop, keep, overview } from './kept-wish';
import { closed, help, leave, mine, openTopic, shutTopic, topics } from './look';
import { meet } from './meet';
import { calendarFile, callMeetingOff, meeting, pick } from './meeting';
import { mentor, mentorEntryForm, pause, resume } from './mentor';
import { notMet, weMet } from './met';
import { note } from './note';
import { commitmentOn, notWorking, nudge, nudgeAgain, nudgeLater, nudgeLess } from './nudge';
import { pairing } from './pairing';
import { coordinators, messages, stop } from './part';
import { privacy } from './privacy';
import { askMore, tellMore } from './question';
import { rePair } from './re-pair';
import { fileOfReport, report } from './report';
import { confirm, correct, log, logByForm, session } from './session';
import { settings, settingsByForm, settingsUndo } from './settings';
import { sitIn, sitInNo, sitInYes } from './sit-in';
import { talkIntents } from './talk/taps';
import { writeBoth } from './write-both';

const all: readonly Intent[] = [
  find,
  ask,
  accept,
  acceptSession,
  askMore,
  tellMore,
  decline,
  withdraw,
  request,
  pairing,
  end,
  goOn,
  meet,
  meeting,
  pick,
  callMeetingOff,
  calendarFile,
  weMet,
  notMet,
  agenda,
  log,
  session,
  note,
  confirm,
  correct,
  orientation,
  oriented,
  sitIn,
  sitInYes,
  sitInNo,
  concern,
  showConcern,
  takeConcern,
  closeConcern,
  evaluate,
  report,
  fileOfReport,
  topics,
  closed,
  help,
  mine,
  openTopic,
  shutTopic,
  leave,
  stop,
  messages,
  coordinators,
  mentor,
  mentorEntryForm,
  pause,
  resume,
  keep,
  drop,
  overview,
  thatsMe,
  notMe,
  knock,
  link,
  accounts,
  claim,
  linkAccount,
  refuseAccount,
  undo,
  findPerson,
  digest,
  inactive,
  waitlist,
  seePair,
  pairFine,
  pairNotFine,
  pairAsked,
  nudge,
  nudgeLater,
  nudgeLess,
  nudgeAgain,
  notWorking,
  commitmentOn,
  rePair,
  writeBoth,
  privacy,
  settings,
  settingsByForm,
  settingsUndo,
  daysOff,
  dayOffAdd,
  daysOffChange,
  dayOffUndo,
  logByForm,
  ...talkIntents,
  ...draftIntents((name) => intents.get(name)),
];

/** Every intent by its name. */
export const intents: ReadonlyMap<string, Intent> = new Map(all.map((each) => [each.name, each]));
