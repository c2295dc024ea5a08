/** What people type for longer words in a hurry: the short form, then what it stands for. One a line. */
const written = `
w with
wth with
wiht with
teh the
dev development
thier their
aft after
w/my with my
w/ with
w/o without
yest yesterday
ystrday yesterday
yday yesterday
tday today
2day today
tmrw tomorrow
tmw tomorrow
tmr tomorrow
tmrow tomorrow
2moro tomorrow
2morrow tomorrow
tonite tonight
mtg meeting
mtgs meetings
meetin meeting
appt appointment
appts appointments
sess session
conv conversation
eval evaluation
evals evaluations
reeval evaluation
resched reschedule
sched schedule
cxl cancel
cncl cancel
canx cancel
pls please
plz please
plse please
pleez please
thx thanks
thnx thanks
thanx thanks
tks thanks
ty thanks
tysm thanks
tyvm thanks
np no problem
u you
ur your
r are
abt about
bc because
cuz because
coz because
b4 before
bout about
btw by the way
fyi for your information
asap soon
idk i do not know
imo in my opinion
dunno do not know
gonna going to
wanna want to
wana want to
gotta have to
lemme let me
gimme give me
gimmie give me
kinda kind of
sorta sort of
ppl people
sb somebody
smb somebody
sbdy somebody
sth something
smth something
smt something
sumthing something
sumbody somebody
any1 anyone
some1 someone
every1 everyone
no1 nobody
hrs hours
mins minutes
min minute
wk week
wks weeks
nxt next
lst last
prev previous
mon monday
tue tuesday
tues tuesday
wed wednesday
weds wednesday
thu thursday
thur thursday
thurs thursday
fri friday
jan january
feb february
mar march
apr april
jun june
jul july
aug august
sep september
sept september
oct october
nov november
dec december
ofc office
dept department
mgr manager
mngr manager
supv supervisor
supe supervisor
coord coordinator
coords coordinators
prog program
programme program
programmes programs
mntr mentor
mntor mentor
mentr mentor
mentorr mentor
mntee mentee
msg message
msgs messages
notif notification
notifs notifications
notis notifications
prefs preferences
pref preference
info information
infos information
docs documents
doc document
rpt report
stats statistics
qtr quarter
qtrly quarterly
q1 quarter
q2 quarter
q3 quarter
q4 quarter
fy year
avail available
availabl available
vol volunteer
cud could
cld could
wld would
wd would
shld should
shd should
cant can not
cannot can not
dont do not
doesnt does not
didnt did not
wont will not
wouldnt would not
couldnt could not
shouldnt should not
isnt is not
arent are not
wasnt was not
werent were not
havent have not
hasnt has not
hadnt had not
aint is not
im i am
ive i have
weve we have
theyve they have
youve you have
youre you are
theyre they are
hes he is
shes she is
thats that is
whats what is
whos who is
wheres where is
hows how is
whens when is
lets let us
theres there is
yall you all
ok okay
k okay
kk okay
okie okay
okey okay
oki okay
yep yes
yup yes
yeah yes
yea yes
ya yes
yas yes
ye yes
yess yes
yesss yes
aye yes
nope no
nah no
naw no
nay no
noo no
hiya hello
hi hello
hey hello
heya hello
howdy hello
hullo hello
yo hello
gm good morning
nvm never mind
nvmd never mind
nm never mind
nevermind never mind
tia thanks in advance
cya bye
dnd do not disturb
tz timezone
cdp development plan
idp development plan
vc video call
f2f face to face
irl in person
obv obviously
prob probably
def definitely
jk joking
esp especially
approx about
rn right now
atm at the moment
ooo out of office
oof out of office
wfh work from home
aka also known as
alot a lot
til until
till until
thru through
tho though
cos because
signup sign up
setup set up
signoff sign off
checkin check in
followup follow up
walkthrough walk through
waitinglist waitlist
`;

/** Words that stand for a short form, by the short form. */
export const shorthand: ReadonlyMap<string, readonly string[]> = new Map(
  written
    .trim()
    .split('\n')
    .map((line) => {
      const [short = '', ...words] = line.split(' ');
      return [short, words] as const;
    }),
);
