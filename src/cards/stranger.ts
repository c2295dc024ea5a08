import { bold, buttons, type Card, card, heading, notice, prose, type Text } from '../chat';
import { token } from './tokens';
import { type TopicView, topicButton } from './topic';
import { browseButton, firstName, helpButton } from './words';

const byOneself: Text = ['Do I know you in your other chat already? Type ', bold('link'), ' to me there.'];
const asSoon = 'I write to you here as soon as they have answered.';

/** An account that nobody has linked to a person yet, and that has only come by. */
export function unknownPerson(): Card {
  const words = 'Hello! I do not know this account yet, so I cannot show colleagues here.';
  return card(
    'unknown-person',
    words,
    prose(words),
    prose('I can ask your mentoring coordinator to add it. It takes them a minute, and then everything here works.'),
    prose(byOneself),
    buttons({ label: 'Ask the coordinator', token: token('knock', {}), emphasis: 'main' }),
  );
}

/** Its wish to be let in has just gone to the coordinators. */
export function coordinatorAsked(): Card {
  const words = 'Hello! I do not know this account yet, so I have asked the mentoring coordinator who you are.';
  return card('coordinator-asked', words, prose(words), prose(asSoon), prose(byOneself));
}

/** The same for a guest, whom nobody but a coordinator can let in. */
export function guestAsks(): Card {
  const words = 'I have asked the mentoring coordinator to let you in.';
  return card('guest-asks', words, prose(words), prose(asSoon));
}

/** It waits for a coordinator, who was asked on that day. */
export function stillWaiting(askedOn: string): Card {
  const words = `I have asked the mentoring coordinator about this account on ${askedOn}, and there is no answer yet.`;
  return card('still-waiting', words, prose(words), prose(asSoon));
}

/** There is no coordinator who could be asked. */
export function nobodyToAsk(): Card {
  const words =
    'Hello! I do not know this account yet, and there is no mentoring coordinator whom I could ask about it.';
  return card(
    'nobody-to-ask',
    words,
    prose(words),
    prose(
      'Please tell your administrator, who set me up, that a coordinator is missing. I keep your wish and pass it on when there is one.',
    ),
    prose(byOneself),
  );
}

/** A guest, or somebody of another workspace. */
export function guestRefused(): Card {
  const words = 'Sorry, this mentoring program is for people inside the organization only.';
  return card(
    'guest-refused',
    words,
    notice('info', words),
    prose('If you should take part, the mentoring coordinator can let you in.'),
    buttons({ label: 'Ask to be let in', token: token('knock', {}) }),
  );
}

/** A coordinator has said that this account is not one of theirs. */
export function accountRefused(): Card {
  const words = 'The mentoring coordinator has told me that this account does not take part in the program.';
  return card(
    'account-refused',
    words,
    notice('info', words),
    prose('If that is a mistake, please talk to them: it takes one tap to change it.'),
  );
}

/** The person of this account has left, by the list of people. */
export function noLongerHere(): Card {
  const words = 'Our list of people says that you do not work here any more, so I cannot show colleagues here.';
  return card(
    'no-longer-here',
    words,
    notice('info', words),
    prose(
      'If that is wrong, please tell the mentoring coordinator. As soon as the list is right, everything works again.',
    ),
  );
}

/** In a place where others read along, an unknown account hears no more than this. */
export function strangerPointer(): Card {
  const words = 'I do not know this account yet. Please write to me in our own chat, where nobody else reads along.';
  return card('stranger-pointer', words, prose(words));
}

/** The address that the platform has verified is that of somebody on the list: her own name, and nothing else. */
export function areYou(name: string, claim: string): Card {
  const words = `Are you ${name}?`;
  return card(
    'are-you',
    words,
    heading(words),
    prose('Our list of people has the work address of this account under that name. If that is you, we begin at once.'),
    buttons(
      { label: 'Yes, that is me', token: token('thats-me', { claim }), emphasis: 'main' },
      { label: 'No', spoken: `No, I am not ${name}`, token: token('not-me', { claim }) },
    ),
  );
}

/** Her account is linked; what she wanted follows. */
export function nowLinked(name: string): Card {
  const words = `Thank you, ${firstName(name)}. From now on I know this account.`;
  return card('now-linked', words, notice('good', words));
}

/** Somebody else, or a second tap, has linked it already. */
export function knownAlready(name: string): Card {
  const words = `I know this account already: you are ${name}.`;
  return card('known-already', words, notice('info', words), buttons(browseButton, helpButton));
}

/** A coordinator has linked the account that waited. */
export function welcomeLinked(name: string, open: readonly TopicView[]): Card {
  const words = `Good news, ${firstName(name)}: the mentoring coordinator has let you in, and I know you now.`;
  return card(
    'welcome-linked',
    words,
    notice('good', words),
    prose('Pick a topic, or tell me in your own words what you would like to get better at.'),
    buttons(...open.slice(0, 3).map((each) => topicButton(each)), browseButton, helpButton),
  );
}
