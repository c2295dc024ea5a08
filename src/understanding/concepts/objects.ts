/** What people speak of in a mentoring program, and signs of how they speak. Written like the acts. */
export const objects = `
mentor: mentor, coach, expert, guru, teacher, role model, guide, buddy, experienced person, experienced colleague, experienced worker, pro, old hand, veteran, seasoned, senior worker, specialist, ace, whiz, wizard
mentoring: mentoring, mentorship, coaching, mentored, coached
mentee: mentee, protege, new hire, new hires, newbie, newcomer, new worker, new workers, new staff, trainee, new people, newer colleagues, new colleague, newer staff, new caseworkers, newer caseworkers, new folks
pairing: pairing, pair, partnership, relationship, exchange, match, arrangement, partner, partners
meeting: meeting, session, appointment, sit down, check in, get together, catch up, call, conversation, talk, chat, visit, one on one, 1:1, slot, follow up, coffee, lunch, huddle
evaluation: evaluation, survey, questionnaire, rating, stars, feedback form, review form, evaluation form, feedback, midterm
agenda: agenda, talking points, discussion topics, topics for our, what we will cover, what will we cover, what we will talk about, what will we talk about, what are we covering, what are we discussing, what are we going to talk, cover on, on the list for, discussion list, talk about next, items for, bring up at, what to discuss, things to discuss, talk over at, points for, to cover, going to cover, going over
goal: goal, objective, target, milestone, aim, aims, goals, aspiration, what i want to achieve, want to achieve, achieve by, where i want to be
agreement: agreement, contract, paperwork, acknowledgement, acknowledgment, supervisor form, sign off, signed form, mentoring contract, ground rules, signature, signed, consent form, memorandum, mou
plan-doc: career plan, development plan, career development, professional development, career path, growth plan, career map, career roadmap, roadmap, individual development, learning plan, training plan, pdp, ladder
coordinator: coordinator, program manager, program lead, program staff, human being, real person, a human, someone in charge, whoever runs, people who run
boss: supervisor, boss, manager, lead worker, chief, my lead, management, team lead, office manager, higher ups, her boss, his boss
award: award, recognition, mentor of the, kudos, prize, honor, nomination
application: application, applied, applicants, applicant, candidates, my app, signups, sign ups
cohort: cohort, class, intake, round, group, batch, this year, leadership class, season, cycle, academy
program: program, scheme, initiative, mentor exchange, exchange program, council
notices-own: notification, reminder, ping, nudge, alert me, message me, messages from you, messages, quiet hours, quiet time, do not disturb, bother me, pinging, notify, nudging, nagging, nag, bug me, bugging, buzz, buzzing, beep, texting, texts, email me, pestering, disturb, noise, spam, spamming
settings: settings, preferences, preference, options, setup, configuration, profile settings
timezone: timezone, time zone, zone, clock, alaska time, pacific time, eastern time, central time, mountain time, hawaii time, pacific, eastern, mountain time, akst, pst, est, cst, mst, hst, akdt, pdt, edt, cdt, mdt, pt, et time
hours: after hours, evening, at night, weekend, before 8, before 9, after 5, after 6, nights, overnight, outside work, between
own-data: my data, my information, my personal data, my records, my account, my profile, personal data, personal information, private information, my file, information about me, about me, my history, my notes, my name, my evaluations, my comments, my goals, my answers, what i write, what i wrote, what i said, what i say, what i type, what i tell, my ratings, our conversations, our sessions, on me, data, privacy, gdpr, trace of me, my private, my personal
you-bot: you, bot, this bot, this thing, this tool, this app, the app, the bot
request: request, requests, invitation, ask
waiting: pending, still waiting, unanswered, outstanding, waiting
topics-own: my topics, topics i mentor, topics i offer, topic list, my entry, my offer, my profile, mentor profile, mentor entry, my skills, my listing, mentor listing, things i mentor, areas i mentor, mentor card
me-mentor: as a mentor, as mentor, being a mentor, mentor list, list of mentors, mentor roster, mentor pool, mentors list, mentor directory, directory, roster, pool
past: yesterday, last week, last month, just now, earlier today, already, recently, the other day
coming: tomorrow, next, soon, upcoming, sometime
first-person: =i, =me
own: =my, =our, =mine, =ours
we: =we, =us
you: =you, =your
negation: =not, =never, =without, =nobody, none
again: =again, =back, anew
ask-word: what, which, who, whom, where, when, why, how, do i, does, did, is, are, am i, can i, has, have i
progress: progress, accomplished, done with, completed, reached, achieved, finished, halfway, on track, percent, checked off, tick off, met my, pulled off, nailed
grade: gs, grade, gs-9, gs9, months here, new employee, long have, permanent, temporary
`;

/** Other business than the program's, and the words of it: what is asked of the bot in vain. */
export const elsewhere = `
leave-hr: sick leave, annual leave, vacation days, personal leave, day off, days off, pto, leave request, leave balance, leave slip, leave form, fmla, holiday pay, comp time, sick day, sick days, called in sick, call in sick, vacation request, jury duty, family leave, use or lose, sick time, leave hours, leave bank, leave
pay: paycheck, payroll, salary, raise, wages, pay stub, paystub, w2, w 2, direct deposit, bonus, overtime pay, per diem, reimbursement, expense report, travel voucher, mileage, travel claim, tsp, retirement, pension, pers, union dues, step increase, earn, money, expenses, pay rate, tax, taxes, benefits enrollment, open enrollment
time-sheet: timesheet, time sheet, timecard, time card, hours worked, clock in, clock out, punch in, time system, time clock, overtime
it: printer, password, laptop, vpn, wifi, wi fi, monitor, keyboard, mouse, computer, server, network, helpdesk, help desk, it department, it support, it ticket, ticket, toner, scanner, software, install, reboot, crash, keeps crashing, locked out, log in, login, log into, log on, log me in, log me out, log out, mailbox, outlook account, email account, internet is down, is down, freezes, frozen, slow computer, phone system, voicemail, headset, copier, fax, usb, projector, webex, screen, charger, screenshot, url, website, link broken, teams account, spreadsheet
rooms: conference room, meeting room, break room, training room, office space, cubicle, parking, parking spot, parking permit, building, elevator, thermostat, heating, janitor, cleaning, keys, badge, key card, desk chair, chair, fridge, refrigerator, microwave, coffee machine, coffee maker, supplies, office supplies, furniture, stapler, pens, paper, bathroom, restroom, lobby, fire drill, mailroom, van, state car, car, vehicle, fleet, truck, pool car, lights, lamp, plants, air conditioning, ac, potluck, cake, party, birthday, retirement party, flowers, tires, snow tires, oil change
jobs: job opening, job openings, vacancy, vacancies, job posting, job application, apply for a job, apply for the job, apply for job, new job, resume template, cover letter, hiring, job fair, position opening, open position, job, transfer to, promotion application, job interview, post the job, recruit, hire, job coach, job coaches, employment services, reference letter, letter of recommendation
client: client, customer, applicant household, household, recipient, case number, benefits, food stamps, snap, eligibility for, is eligible for medicaid, medicaid application, medicaid card, client application, application for benefits, pending application, ebt, fair hearing, overpayment, this case, her case, his case, case file, renewal, recertification, spend down, spenddown, income limit, asset limit, resource limit, denial notice, citizenship, ssn, birth certificate, child support case, landlord, tenant, family of, mother of, applicant, claim, caseload, patient, kids, child care, daycare, foster, custody
errand: weather, pizza, lunch order, restaurant, hotel, flight, flights, ticket to, tickets, movie, music, song, game, score, football, soccer, basketball, hockey, super bowl, news, joke, poem, story, recipe, dentist, doctor, haircut, gym, dog, cat, pet, vet, car service, taxi, uber, apartment, house, rent, plumber, wedding, birthday gift, gift, groceries, store, shopping, amazon, stock, bitcoin, crypto, lottery, horoscope, translate, capital of, president, math, calculate, convert, homework, essay, fishing, hunting license, salmon, moose, ferry, airport, airline, bus, yoga, netflix, tv, babysitter, school, kids, girlfriend, boyfriend, husband, wife, mother, mom, son, daughter, date night, time in, time is it, play some, sing, coffee order, order, buy, sell, directions, map, church, garage, insurance, bank, loan, mortgage, credit card, passport, visa, license, dmv, jury
injection: ignore all, ignore previous, ignore your, ignore the, disregard all, disregard the, disregard your, disregard previous, override, system prompt, prompt, developer mode, jailbreak, pretend, act as, you are now, roleplay, admin mode, root access, sudo, reveal, print your, dump, secret, token, api key, database, sql, drop table, select from, script, execute, run code, everybody's, everyone's, forget your, new instructions, instructions, bypass, hack
`;
