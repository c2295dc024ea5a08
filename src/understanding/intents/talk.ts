import type { Intent } from './intent';

/** What shows that somebody speaks of the talk itself, asks about the program, or wants what is not ours. Written like the signs of finding. */
export const talk = {
  help: {
    signs: `
4: ^ help $, ^ help, help you-bot, rule, how-do you-bot, =what =can =you, =what =is =this, =how =does =this, rule mentor, rule mentee, rule program, =eligible, =allowed, =commands, help $, =who =are =you, =what =do =you =do, =how =often =should, =how =long =does, =rules, =requirements, =difference, rule grade, rule pairing, rule cohort, =what =happens, =instructions, =goals =of =the =program, =purpose, =are =you =a, =can =a mentor, =can =i =have =two, =menu, =get =started, =how =many =times =a, =do =i =need, =how =much =time, =what =is =a
3: help, =explain, =am =i =eligible, =who =can =be, =does =it, =have =to, =supposed, =should =i, =is =it =okay, =expected
-4: it, rooms, leave-hr, client, errand, pay, time-sheet, jobs, #topic, @who, notices-own, who-sees, own-data, =help =me =with, injection
-2: figures program, request, met, past, evaluation, agenda, help-me, plan @who, apply =my
`,
  },
  smalltalk: {
    signs: `
4: ^ hello $, ^ thanks $, ^ thanks, ^ hello, thanks $, hello $, =good =morning, =how =are =you, =thank =you, =bye, =have =a =nice, =see =you, =good =job, =you =rock, =appreciate, =well =done, =nice =work, =happy =friday, =you =are =the =best, =thanks =a =lot, =great =thanks, =nice =to =meet
3: thanks, hello, =lol, =awesome, =cool
-3: #topic, @who, need, find, log, met, plan, meeting, mentor, set, no, rate, goal, agenda, agreement, show, figures, apply, it, rooms, client, errand, evaluation, privacy, notices-own, report-trouble, end, delete, pairing, cohort, rule
-2: yes, ask-word, program
`,
  },
  cancel: {
    signs: `
4: ^ cancel-it $, ^ cancel-it, =never =mind, =forget =it, =forget =that, =cancel =that, =stop =that, =start =over, =cancel $, =abort, =drop =it, =scratch =that, =exit, =cancel =this, =stop =this, =back =out, =do =not =bother, =changed =my =mind, =leave =it, =undo, =this =form, =this =conversation, =get =me =out, =quit =this
3: cancel-it
-4: meeting, @coming, @who, application, mentor, mentoring, pairing, notices-own, digest, apply, #topic, goal, agenda, it, rooms, errand, leave-hr, client, evaluation, pay, program, agreement, request
-2: ask-word, need, show
`,
  },
  yes: {
    signs: `
4: ^ yes $, ^ yes, =i =accept, =accept request, yes $, =go =ahead, =sounds =good, =accept =it, =works =for =me, =do =it, =that =is =right, =correct, ^ =okay, =happy =to =take, =accept =her, =accept =him, accept @who, =yes =accept, =good =with =me, =count =me =in, =confirm, =fine =with, =send =it
3: yes
-4: no, =not, #topic, it, rooms, errand, leave-hr, client, mentor =for, is-there, figures, evaluation, agenda, goal, report-trouble, pay, jobs, =work =for, digest, notices-own, =okay =to, =is =it =okay, @long, @past
-2: @who, ask-word, show, need, plan, thanks $, meeting, cancel-it, match
`,
  },
  no: {
    signs: `
4: ^ no $, ^ no, =no =thanks, =not =really, =i =decline, =decline, =turn =down, =got =me =wrong, =not =what =i, =that =is =wrong, =rather =not, =not =interested, =pass $, =decline request, =not =now, ^ =nope, =wrong, =incorrect, =not =this =time, =reject, =not =that, =say =no, =cannot =take
3: =decline @who, =no =thank
-4: notices-own, mentee =until, =no =new, =no =more, #topic, inactive, =no =longer, hours, show, figures, find, report-trouble, stop-it, =no =one, pause, end, it, rooms, leave-hr, client, errand, meeting, agenda, goal, who-sees, =not =let, =no =messages, @long, =never =mind, =forget, evaluation, apply, =no =mentees, is-there
-2: need, @who, ask-word, plan
`,
  },
  out_of_scope: {
    signs: `
5: leave-hr, time-sheet, injection
4: it, rooms, jobs, errand, pay, leave-hr apply, apply jobs, find errand, find rooms, plan errand, plan rooms, plan it, show client, set it, find jobs, log it, log leave-hr, rate errand, report-trouble it, report-trouble rooms, evaluate client, ^ errand, match errand
1: client
-2: mentor, mentoring, #topic, @who, meeting, mentee, pairing, goal, agenda, evaluation, struggle, boss, who-sees, notices-own
-1: first-person
`,
  },
} satisfies Readonly<Record<string, Intent>>;
