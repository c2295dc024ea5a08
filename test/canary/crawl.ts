import { type ChannelName, encodeToken, type Form, type Reply, type Token } from '../../src/chat';
import { intents } from '../../src/intents/registry';
import { buttonsSeen, type House, tokenOf } from '../chat';
import { fillings, type Plant, tooMuch } from './forms';

/** Who she is in which client; `prefers` is what she does before anything else, where she can. */
export type Persona = { readonly channel: ChannelName; readonly user: string; readonly prefers?: string };

/** Pressed only when nothing else is left: they end what others could still go on with. */
const last = [
  'withdraw',
  'end',
  'leave-list',
  'close-topic',
  'drop-wish',
  'refuse-account',
  'draft-drop',
  'draft-anew',
];
const rank = ({ intent }: Token, { prefers }: Persona): number =>
  last.includes(intent) ? 3 : intent === prefers ? 0 : intent !== 'decline' && intents.get(intent)?.takesForm ? 1 : 2;

const formOf = (replies: readonly Reply[]): Form | undefined =>
  replies.flatMap((reply) => (reply.kind === 'form' ? [reply.form] : []))[0];

/**
 * Presses every button that a persona gets to see, and fills in every form: first wrongly, then while the database is
 * broken, then rightly. `played` counts the forms that were sent, by intent.
 */
export function crawler(house: House, plant: Plant, broken: <T>(work: () => Promise<T>) => Promise<T>) {
  const pressed = new Set<string>();
  const played = new Map<string, { wrong: number; failed: number; sent: number }>();

  const note = (form: Form, how: 'wrong' | 'failed' | 'sent'): void => {
    const known = played.get(form.token.intent) ?? { wrong: 0, failed: 0, sent: 0 };
    played.set(form.token.intent, { ...known, [how]: known[how] + 1 });
  };

  async function fill({ channel, user }: Persona, first: Form, steps = 3): Promise<void> {
    const send = (values: ReturnType<typeof tooMuch>) => house.submit(channel, user, values);
    // Of mere ticks none is wrong: what is sent rightly stands for both.
    if (first.fields.every(({ field }) => field === 'choices')) {
      await broken(() => send(tooMuch(first, plant)));
      note(first, 'failed');
      await send(tooMuch(first, plant));
      note(first, 'wrong');
      note(first, 'sent');
      return house.settle();
    }
    const wrong = await send(tooMuch(first, plant));
    note(first, 'wrong');
    let form = formOf(wrong);
    if (!form) return;
    const [one] = fillings(form, plant, house.clock.now());
    if (one) {
      await broken(() => send(one));
      note(form, 'failed');
    }
    for (const values of fillings(form, plant, house.clock.now())) {
      const replies = await send(values);
      const again = replies.find((reply) => reply.kind === 'form');
      if (again?.kind !== 'form' || again.errors === undefined) {
        note(form, 'sent');
        form = again?.kind === 'form' ? again.form : undefined;
        break;
      }
    }
    await house.settle();
    // A form of several steps goes on.
    if (form && steps > 1 && encodeToken(form.token) !== encodeToken(first.token))
      await fill({ channel, user }, form, steps - 1);
  }

  /** Presses at most so many buttons that she has not pressed before. */
  async function press(persona: Persona, most: number): Promise<number> {
    const { channel, user } = persona;
    for (let count = 0; count < most; count += 1) {
      const fresh = buttonsSeen(house.clientOf(channel, user))
        .flatMap(({ message, button }) => {
          const token = tokenOf(button);
          return token ? [{ message, token, key: `${channel}:${user}:${encodeToken(token)}` }] : [];
        })
        .filter(({ key }) => !pressed.has(key))
        .toSorted((a, b) => rank(a.token, persona) - rank(b.token, persona));
      const [next] = fresh;
      if (!next) return count;
      pressed.add(next.key);
      const replies = await house.act(channel, user, { kind: 'action', token: next.token }, next.message);
      await house.settle();
      const form = formOf(replies);
      if (form && !pressed.has(`${channel}:${user}:form:${encodeToken(form.token)}`)) {
        pressed.add(`${channel}:${user}:form:${encodeToken(form.token)}`);
        await fill(persona, form);
      }
    }
    return most;
  }

  /** Opens what a button would open, and fills in the form that comes. */
  async function open(persona: Persona, own: Token): Promise<void> {
    const replies = await house.act(persona.channel, persona.user, { kind: 'action', token: own }, 'opened');
    await house.settle();
    const form = formOf(replies);
    if (form) await fill(persona, form);
  }

  return { press, open, played };
}
