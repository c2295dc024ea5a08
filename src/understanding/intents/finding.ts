import { entry, find, pause, person, requested } from '../slots/readers';
import type { Intent } from './intent';

/**
 * What shows that somebody looks for a mentor, or speaks as one. Each line: how much it counts, then signs, separated by
 * commas. A sign is a row of marks that stand in this order, near together: the name of a concept, @ or # for a slot, = for
 * the word itself, ^ and $ for the start and the end of the text, ! for a mark that must not be anywhere.
 */
export const finding = {
  find_mentor: {
    signs: `
4: find mentor, find mentee !offer, ^ #topic $, ^ find #topic, ^ find $, is-there mentor #topic, need mentor #topic, is-there help-me #topic, need help-me #topic, =mentors #topic, mentor =for #topic, =who =free #topic, =who =good #topic, =who =know #topic, =who =knows #topic, =not #topic #topic, #topic =help $
3: struggle #topic, is-there #topic, need mentor !@who !offer, is-there mentor !apply, ^ find @office, #topic @office, help-me #topic, find #topic, show mentor @office, mentor @office, =looking #topic, need #topic, =who =help #topic, need =better #topic
2: is-there help-me !@who, =mentors @coming, show =mentors !first-person, #topic struggle, #topic help-me, #topic is-there, ^ mentor #topic, =not #topic, =another =mentor !@who
2: #topic
1: find, struggle
-3: @who, leave-hr, pay, time-sheet, it, rooms, jobs, errand, client, evaluation, past
-2: nominate, rate, agenda, goal, agreement, plan-doc, award, log, =met, cohort, offer
`,
    slots: find,
  },
  request_mentor: {
    signs: `
4: ask-for @who mentor, @who =mentor =me, @who =coach =me, @who =teach =me, @who =train =me, @who =my =mentor, need @who =mentor, mentored =by @who, coached =by @who, coaching =by @who, ask-for @who, =ask @who #topic, @who =instead, @who =as =mentor, @who =as =my, =want @who, need @who teach, @who =tutor =me, learn =from @who
3: @who help-me, =ask @who, need @who #topic, find @who, pairing @who #topic, =exchange @who, @who =show =me, @who #topic ask-word, =connect @who, @who =available #topic, @who =time #topic, need pairing @who, @who =for #topic, =not @who @who, =is @who mentor, is-there @who
2: ^ @who $, @who #topic, @who =please, need @who, help-me @who
1: @who mentor
-3: past, log, rate, nominate, award, report-trouble, agenda, goal, agreement, end, evaluation, =met, plan-doc
-2: @long, @past, meeting, @clock, plan, @coming
`,
    slots: requested,
  },
  become_mentor: {
    signs: `
4: offer mentor, offer mentee, offer #topic, ^ offer, =put =me #topic, topics-own, take-on mentee, mentee take-on @number, =i =can #topic !find !is-there, =sign =up =mentor, set =many mentee, =mentees =at @number, need =mentor =others, =my capacity, delete #topic topics-own, add #topic topics-own, add #topic =i =mentor, =become =mentor, =be =a =mentor, =take @number mentee
3: set take-on, take-on @number, #topic =my =topics, delete #topic me-mentor, offer mentoring, need =to =mentor, need =to =coach, =also =mentor =in, =can =mentor, =could =mentor, =be =mentor, mentor =others
2: offer, me-mentor, =no =longer =mentor #topic, =stop =mentoring #topic, delete #topic
1: mentor =list
-3: pause, resume, end, rule, nominate, program, cohort, find, @who
`,
    slots: entry,
  },
  pause_mentoring: {
    signs: `
4: pause mentee, pause mentoring, pause =until, pause @coming, pause =requests, =no =new =mentees, =pause $, ^ pause, =stop =sending mentee, =hold =off mentee, =not =available mentor, =unavailable, first-person pause mentor, =no =more =mentees, =off =the =list =until, break mentoring, =break mentoring, =time =off mentor, =hide =me
3: pause, mentee pause, =no mentee, =out =until mentor, =away =until, not mentee =until
2: @coming pause, vacation, me-mentor pause
-3: resume, notices-own, digest, @who, #topic, leave-hr =request, =end, =over, evaluation
`,
    slots: pause,
  },
  resume_mentoring: {
    signs: `
4: resume mentor, resume mentoring, resume mentee, ^ resume $, =back =mentoring, =again mentee, =mentor =again, =mentees =again, =i =am =back, resume again, =available =again, =back =from, pause =over, =end =my =pause, =end =my =break, =break =is =over, =unpause, take mentee =again, =reopen
3: resume, me-mentor again, =ready =again, =back =on =list, =new =mentees =again
-3: @who, #topic, notices-own, digest, meeting, =until, =not
`,
  },
  my_pairs: {
    signs: `
4: ^ mine $, show mine, ask-word mine, mine $, =who =is =my =mentor, =who =are =my, =do =i =have =mentor, @who =replied, @who =answered, @who =accepted, @who =respond, @who mine request, request status-of, =my request =status, status-of =my request, show meeting =i =had, show =sessions @who, =when =did @who =meet, =how =many =times @who, =when =last @who, =did @who =accept, has @who =answered, =did @who =get =back, =who =did =i =ask, request waiting, =past =sessions, =sessions =i =had, =list =sessions, =last =met, =last =time @who
3: mine @who, @who =yet, =has @who, =did @who, =anyone =accept, mentor =accept, =still waiting, =who mentor =me, =pairings, =my =partner, =who =do =i, request =where, =any =answer, =heard =back, =any =news request, =history
2: mine, =who =was, =did =my =request, past =sessions
-3: report-trouble, apply, application, end, evaluation, rate, plan, agreement, figures, privacy, who-sees, own-data, nominate, =report, =weekly
-2: #topic, @long, set, cohort
`,
    slots: person,
  },
} satisfies Readonly<Record<string, Intent>>;
