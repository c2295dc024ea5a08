import { agenda, careerPlan, evaluated, goal, person, planned, session } from '../slots/readers';
import type { Intent } from './intent';

/** What shows that somebody speaks of an exchange that runs. Written like the signs of finding. */
export const exchange = {
  log_session: {
    signs: `
4: log meeting, log @who, =log =my, met @who @past, met @who @long, =met @who, met @past @long, @who met @past, @who met @long, log @long, @past @long @who, @long @who, @who @long, met @long, @past @who @long, meeting @past, met meeting @past, =had meeting @who, =had meeting @past, =i =met, =we =met, we met, =just =finished @who, log =that, meeting =we =had, =saw @who @past, =spoke @who, =talked @who, =worked @who, @who =and =i =met, =forgot log, =got =off =phone @who, =session =yesterday, met mentor @past, met mentor, met mentee, @who we @long
3: log, @past @who, @who @past, @long @past, @past @long, met we, first-person met @who, =add @long, =took =place, =enter meeting, meeting =happened, =log =a, met @who
2: met @past, @past, @long, met meeting, =session @long
-3: ask-word =did, =did =i, =how =many, =never, report-trouble, @coming, plan, =not =met, leave-hr, time-sheet, it, evaluation, goal, who-sees, inactive, =when =did, call-off, move
-2: figures, application, request, nominate, errand, client, =who
`,
    slots: session,
  },
  evaluate: {
    signs: `
4: rate @who, evaluation, rate mentor, rate meeting, rate pairing, =give @number =star, @number =stars, =fill evaluation, ^ rate, =leave =feedback, =give =feedback @who, =feedback @who, =survey, =midterm, rate =my, =how =it =went @who, =out =of =5, =final =evaluation, show evaluation, =evaluate
3: rate @past, rate, show =form =exchange, @who =was =great @number, =say =how @who, =opinion @who, =score
2: =feedback, =form, =review @who
-3: who-sees, own-data, figures, =by =office, agenda, goal, agreement, =case, client, =leave, rule, #topic, delete, =report, nominate, =remind, =reminders, =how =many
-2: it, rooms, errand, is-there, find, private
`,
    slots: evaluated,
  },
  schedule_meeting: {
    signs: `
4: plan meeting, plan @who, plan @who @coming, meeting @coming, @who @coming, plan @coming, @coming @clock, @clock @who, move meeting, move @who, call-off meeting, call-off @who, move @coming, call-off @coming, @who @clock, @coming @who, meeting @who @clock, =reschedule, =when =can @who, =meet @who, =meet =my =mentor, plan mentor, =calendar @who, =get =together, =are =free @coming, @who =free, @coming =work, =find =time, =find =slot, =book, =meet @coming, =see @who @coming, plan mentee, =next =meeting !agenda, =make =it @coming, =running =late
3: =schedule, plan, move, meeting @clock, @coming, call-off, =cannot =make, =can =we =meet, meeting =next
2: @clock, @who meeting, =meet
-3: @past, past, pause, agenda, goal, evaluation, rule, leave-hr, rooms, errand, jobs, client, it, notices-own, digest, log, request, application, cohort, =until, inactive, figures
-2: find, mentor =for, #topic =help, who-sees, agreement, is-there, nominate, report-trouble, injection, time-sheet, pay
`,
    slots: planned,
  },
  agenda: {
    signs: `
4: agenda, ^ agenda, set agenda, show agenda, =agenda, =talk =about =next, =talk =about @coming, =talk =about @who, =cover @coming, =cover @who, =discuss @coming, =discuss =next, =on =the =list @coming, =what =will =we, =bring =up @coming, =bring =up @who, =what =are =we =doing, =planned @who, =discuss @who =next, =add =to =agenda, =talking =points
3: =want =to =cover, =want =to =discuss, =to =discuss, =to =cover, =what meeting @coming, =points meeting, =topics meeting
-3: city, errand, rooms, goal, plan-doc, report-trouble, =council, privacy, evaluation, past
`,
    slots: agenda,
  },
  goals: {
    signs: `
4: =goal, =goals, goal, set goal, show goal, goal progress, =my =goal, ^ goal, goal @who, =new =goal, =objectives, =milestones, progress goal, =target
3: =want =to =achieve, =achieve, =work =toward
2: progress
-4: goal program, who-sees, agenda, plan-doc, privacy, =soccer, =hockey, =game, =team, =scored, =unit, =agency, =quarterly =report, =sales, =goal =of =the =program, =goals =of =the =program
`,
    slots: goal,
  },
  agreement: {
    signs: `
4: agreement, =agreement, sign agreement, =paperwork, =acknowledgement, boss sign, =who =signed, =signed, show agreement, =contract, sign @who, =sign =off, boss =form, =supervisor =form
3: sign, =ground =rules, =signature
-4: client, rooms, who-sees, =lease, =rental, =loan, jobs, =union, leave-hr, pay, it, =telework, =nda
-2: =sign =up, =sign =me, cohort, apply
`,
    slots: person,
  },
  career_plan: {
    signs: `
4: plan-doc, show plan-doc, work-on plan-doc, =career =plan, =development =plan, add plan-doc, set plan-doc, @who plan-doc, ^ plan-doc
2: =career, =where =i =want =to =be, =growth
-3: who-sees, find, is-there, mentor =for, jobs, =case =plan, client, pay, agenda, =fair
`,
    slots: careerPlan,
  },
  raise_concern: {
    signs: `
4: report-trouble mentor, report-trouble mentee, mentor report-trouble, mentee report-trouble, @who report-trouble, report-trouble @who, boss report-trouble, report-trouble coordinator, coordinator report-trouble, show coordinator, =talk coordinator, =speak coordinator, =report =problem mentor, =problem mentor, =concern, =complaint, =complain, boss =not mentor, boss =not =let, =release =time, =bad =fit, =mismatch, =harass, =inappropriate, =uncomfortable, =coordinator =private, =never =shows, =rude, boss =refuse, =issue mentor, coordinator =confidential, coordinator =private, =not =work mentor, mentor =never, @who =never, mentor =keeps, @who =keeps, mentor =always, @who =always, need coordinator, =contact coordinator
3: report-trouble, coordinator, =to =a =human, =real =person, =something =wrong, boss =meetings, =yelled, =disrespect
2: mentor =not, @who =not
-4: it, rooms, leave-hr, time-sheet, pay, who-sees, rule, =quarterly, client, errand
-3: #topic, help-me, find, =want =to =end, =end, figures, inactive, nominate, digest, agreement, rate @number, request
`,
    slots: person,
  },
  end_pairing: {
    signs: `
4: end pairing, end mentoring, end @who, end mentor, =stop =mentoring @who, =stop =being, end =program, =leave =program, =leave =the, =quit, =drop =out, =part =ways, =no =longer =want mentor, =no =longer =want mentored, =not =want mentor =anymore, =done =with @who, =done =mentoring, =not =want =mentored, =run =course, =wrap =up @who, =close =pairing, =dissolve, =terminate, @who end, =over @who, =unmatch, =want =out, =finish @who, =end =my, =end =our, =not =want =to =work @who, =done =as, =through =with
3: end, =move =on, end mentee, =retire, =another =mentor =instead, =last =day, =not =need =mentor, =no =longer =need
-4: pause, rule, meeting, call-off, notices-own, digest, @coming @clock, application, client, it, rooms, =how =long, #topic, agenda, leave-hr, =session, =form, =until
-2: help-me, figures, apply, who-sees, cancel-it !pairing !mentor !mentoring, ask-word =when
`,
    slots: person,
  },
} satisfies Readonly<Record<string, Intent>>;
