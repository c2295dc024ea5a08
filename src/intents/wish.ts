import { token, type Where } from '../cards';
import type { Token } from '../chat';
import { type Context, type Slots, type Understood, understand } from '../understanding';

/** What a text means, as far as it leads somewhere today. */
export type Wish =
  | { readonly wish: 'token'; readonly token: Token }
  | {
      readonly wish: 'choose';
      readonly asked: string;
      readonly topics: readonly string[];
      readonly why: 'ambiguous' | 'misspelt' | 'short';
      readonly where: Where & { readonly place: string | undefined };
    }
  | { readonly wish: 'unknown-topic'; readonly asked: string; readonly near: readonly string[] }
  | { readonly wish: 'withdraw' }
  | { readonly wish: 'next' }
  | { readonly wish: 'greet' }
  | { readonly wish: 'thanks' }
  /** One's other account: a code is asked for, or typed. */
  | { readonly wish: 'link'; readonly code: string | undefined }
  | { readonly wish: 'later' }
  | { readonly wish: 'too-long'; readonly most: number }
  | { readonly wish: 'none' };

export const longestText = 1000;

const led = (own: Token): Wish => ({ wish: 'token', token: own });

const whereOf = ({ office, place, near }: Slots): Extract<Wish, { wish: 'choose' }>['where'] => ({
  office,
  place,
  near,
});

function aboutTopic({ slots }: Understood, lead: (topic: string) => Token, otherwise: Wish): Wish {
  if (slots.topic !== undefined) return led(lead(slots.topic));
  const asked = slots.asked ?? '';
  if (slots.choices !== undefined)
    return { wish: 'choose', asked, topics: slots.choices, why: slots.unsure ?? 'ambiguous', where: whereOf(slots) };
  return asked === '' ? otherwise : { wish: 'unknown-topic', asked, near: slots.nearby ?? [] };
}

/** Where a text leads: to a button's token, to a question back, or nowhere. */
export function wishOf(text: string, context: Context): Wish {
  const understood = understand(text, context);
  switch (understood.intent) {
    case 'find_mentor': {
      const { office, place, near, also, alsoIn } = understood.slots;
      return aboutTopic(
        understood,
        (topic) => token('find', { topic, office, place, near, also, alsoIn }),
        led(token('topics', { office: office ?? near, place })),
      );
    }
    case 'request_mentor':
      return aboutTopic(understood, (topic) => token('find', { topic }), { wish: 'later' });
    case 'open_topic':
      return aboutTopic(understood, (topic) => token('open-topic', { topic }), led(token('closed', {})));
    case 'close_topic':
      return aboutTopic(understood, (topic) => token('close-topic', { topic }), led(token('overview', {})));
    case 'log_session': {
      const { person, duration, date, channel } = understood.slots;
      return led(token('log', { who: person, minutes: duration, on: date, way: channel }));
    }
    case 'evaluate':
      return led(token('evaluate', { who: understood.slots.person }));
    case 'schedule_meeting':
      return led(token('meet', { who: understood.slots.person }));
    case 'agenda':
      return led(token('agenda', { who: understood.slots.person }));
    case 'end_pairing':
      return led(token('end', { who: understood.slots.person }));
    case 'raise_concern':
      return led(token('concern', {}));
    case 'privacy':
      return led(token('privacy', {}));
    case 'program_status':
      return led(token('report', {}));
    case 'topics':
      return led(token('topics', {}));
    case 'become_mentor':
      return led(token('mentor', {}));
    case 'pause_mentoring':
      return led(token('pause', {}));
    case 'resume_mentoring':
      return led(token('resume', {}));
    case 'overview':
      return led(token('overview', {}));
    case 'next':
      return { wish: 'next' };
    case 'my_pairs':
      return led(token('mine', {}));
    case 'help':
      return led(token('help', {}));
    case 'accounts':
      return led(token('accounts', {}));
    case 'link_account':
      return { wish: 'link', code: understood.slots.code };
    case 'stop_mentoring':
      return led(token('stop', {}));
    case 'preferences':
      return led(token('messages', {}));
    case 'coordinator':
      return led(token('coordinators', {}));
    case 'thanks':
      return { wish: 'thanks' };
    case 'smalltalk':
      return { wish: 'greet' };
    case 'withdraw':
      return { wish: 'withdraw' };
    case 'too_long':
      return { wish: 'too-long', most: longestText };
    case 'out_of_scope':
    default:
      return { wish: 'none' };
  }
}
