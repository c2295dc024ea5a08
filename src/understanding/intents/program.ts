import { application, figures, ownData, person, settings } from '../slots/readers';
import type { Intent } from './intent';

/** What shows that somebody speaks of the program, its staff's business, or oneself in it. Written like the signs of finding. */
export const program = {
  nominate_mentor: {
    signs: `
4: nominate @who, nominate, @who award, award @who, nominate mentor, @who =deserves, @who =great =mentor, @who =good =mentor, recognize @who, =recognize @who, @who =should =be mentor, @who =would mentor, =mentor =of =the, =nomination, =recommend @who, =put =forward, =put @who =forward, =vouch, =shout =out, kudos @who, @who =ought, =make mentor @who, @who =make mentor, nominate =colleague
3: award, recognize mentor, =natural =mentor, @who =be =mentor
-4: who-sees, rule, rooms, jobs, =my =mentor =please, @who =as =my, =mentor =me, need @who =as
-2: request, report-trouble, rate, find, @long, past
`,
    slots: person,
  },
  apply: {
    signs: `
4: apply program, apply cohort, apply mentoring, apply =mentoring, =join program, =join cohort, =my application, application, status-of application, withdraw application, =apply $, ^ apply, =enroll, =participate, =sign =up program, =sign =up cohort, =apply, =participant, =take =part, =be =part cohort, =get =into cohort, =did =i =get =in, =been =accepted, =next cohort, =application, =applied, =part =of =program, =get =in cohort, =in =the =next cohort, =seat cohort, =spot cohort
3: apply, withdraw cohort, need cohort, =join, =register
2: cohort, program =year
-4: jobs, leave-hr, client, =for =a =job, rooms, it, pay, match =the, match application, figures, rule, who-sees, errand, =benefits, =leave, =medicaid, =loan, =permit, =position, =vacancy, =what =i =learned
-2: =mentor =for, end, find
`,
    slots: application,
  },
  program_status: {
    signs: `
4: figures program, figures meeting, figures pairing, figures mentor, figures mentee, figures evaluation, inactive pairing, pairing inactive, mentor inactive, inactive mentor, waitlist, digest =now, show digest, =post digest, ^ digest, figures =report, =quarterly =report, =how =is =the =program, status-of program, figures cohort, =how =many mentor, =how =many pairing, =how =many meeting, =how =many =people, =program =figures, who =not =met, =which pairing, =pairs =not, =report =for, show figures, =run =report, =waiting =list, ^ figures, =dashboard, =overview, program =doing, show waitlist, show inactive, =generate =report, =report =quarter, figures request, =statistics, =numbers, =who =has =not =met, people inactive, =have =not =met, =no =contact
3: digest, inactive, figures, =participation, =completion =rate, =everyone =waiting
-4: first-person =my request, stop-it digest, turn-on digest, errand, client, leave-hr, it, =soccer, =game, rule, set digest, who-sees, =should =we, =a =month, report-trouble mentor, =i =met, =did =i, =have =i, =budget, =my
-2: #topic, @who, application =my, pay, jobs
`,
    slots: figures,
  },
  match_cohort: {
    signs: `
4: match application, match cohort, match mentee, match mentor, match =the, =pair =up, =make =matches, =run =match, =who =goes, =matching, =propose, =suggest =matches, publish match, =publish, =approve =matches, =approve match, =swap, =rematch, =assign mentor, =assign mentee, ^ match, match =everyone, show match cohort, =matches, =pairings cohort, =lock, =goes =with, =re =run, pair cohort, =finalize, match pair
3: match, set match, cohort match, =assign
-4: first-person match, =match =me, @coming, =socks, errand, =soccer, pay, inactive, status-of mine, =who =was =i, =am =i, my match, find, =my =match, rule, jobs, figures, =gmail, =report, it, client, =am
-2: #topic, @long, request, apply, =paired =with, =matched =with
`,
  },
  preferences: {
    signs: `
4: stop-it notices-own, notices-own, set timezone, timezone, =quiet =hours, stop-it digest, turn-on digest, settings, ^ settings, =my settings, =no =messages, notices-own hours, notices-own @clock, =do =not =disturb, set notices-own, =stop =reminding, =stop =messaging, turn-on notices-own, =not =message =me, =no notices-own, =fewer, =unsubscribe, =too =many notices-own, =remind =me, =not hours, @clock @clock notices-own, =time =zone, =quiet, set digest, =mute, =reminders =off, =reminders =on, =digest =off, =turn =off, =after @clock, =before @clock =not
3: hours, stop-it hours, =moved =to, =not =before, =not =after, digest set
-4: it, rooms, errand, meeting @coming, privacy, leave-hr, time-sheet, report-trouble, =zone =out, pause mentee, =post digest, =digest =now, =wake, =to =call, =fan, =buy, =pay, client
-2: @who, #topic, figures, application, request, evaluation
`,
    slots: settings,
  },
  privacy: {
    signs: `
4: who-sees, who-sees own-data, who-sees evaluation, who-sees goal, who-sees agreement, own-data delete, delete own-data, export own-data, export, own-data export, show own-data, ^ =privacy, =privacy, =gdpr, can boss who-sees, who-sees @who, who-sees plan-doc, =my =data, =who =can =see, =delete =my, =erase =me, =forget =me, =copy =of =my, boss who-sees, @who who-sees, =what =do =you =know, =see =what =i, =is =private, =anonymous, =confidential ask-word, =delete =everything, =personal =data, =data =on =me, =what =do =you =store
3: own-data, =private, =who =sees, who-sees =my, =everything =about =me
-4: injection, it, client, rooms, coordinator, everybody, topics-own, capacity, pay, leave-hr, errand, time-sheet, =entry, =files, =everyone
-2: #topic, agenda, @coming, @long, find, meeting @coming, evaluate, set, offer
`,
    slots: ownData,
  },
} satisfies Readonly<Record<string, Intent>>;
