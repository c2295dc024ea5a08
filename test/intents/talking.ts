import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChannelName, Reply } from '../../src/chat';
import type { Understood } from '../../src/understanding';
import { buttonsSeen, cardText, type House, openHouse } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';
import { inside } from '../faults/crowd';

const people = readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8');

type Heard = Parameters<Parameters<NonNullable<Parameters<typeof openHouse>[5]>>[0]>[1];
type Meaning = Partial<Understood> & Pick<Understood, 'intent'>;

/** A house in which a test says what words mean; what it says nothing of is understood as usual. */
export type Talking = {
  readonly house: House;
  readonly store: TestStore;
  readonly clock: ReturnType<typeof testClock>;
  /** From now on these words mean that. */
  means(text: string, meaning: Meaning | ((heard: Heard) => Meaning)): void;
  /** Says something that means that, and reads what comes back, line by line. */
  hears(who: string, text: string, meaning?: Meaning | ((heard: Heard) => Meaning)): Promise<string>;
  /** What the last words were heard with. */
  heard(): Heard | undefined;
  presses(who: string, label: string, which?: number): Promise<string>;
  /** Somebody asks a mentor about case notes. */
  asks(who: string, mentor: string): Promise<void>;
  /** Ana asks this mentor, who says yes in that client. */
  pairs(mentor: string, on: ChannelName): Promise<void>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
};

const channelOf: Readonly<Record<string, ChannelName>> = { ana: 'teams', sam: 'teams', maya: 'teams', leo: 'teams' };

const textOf = (replies: readonly Reply[]): string =>
  replies
    .map((reply) => {
      if (reply.kind === 'card') return cardText(reply.card);
      if (reply.kind !== 'form') return `(${reply.kind})`;
      const values = reply.form.fields.map(({ id }) => `${id}=${String(reply.values?.[id] ?? '')}`);
      return `form ${reply.form.title}: ${values.join('; ')}`;
    })
    .join('\n');

export async function talking(): Promise<Talking> {
  const clock = testClock();
  const store = await anyStore({ clock });
  const script = new Map<string, Meaning | ((heard: Heard) => Meaning)>();
  let last: Heard | undefined;
  const house = await openHouse(store, people, clock, undefined, undefined, (usual) => (text, heard) => {
    last = heard;
    const meaning = script.get(text);
    if (meaning === undefined) return usual(text, heard);
    const own = typeof meaning === 'function' ? meaning(heard) : meaning;
    return { slots: {}, confidence: 0.95, alternatives: [], why: [], ...own };
  });
  const channel = (who: string): ChannelName => channelOf[who] ?? 'slack';
  const asks = async (who: string, mentor: string): Promise<void> => {
    await house.say(channel(who), who, 'find case notes');
    const all = buttonsSeen(house.clientOf(channel(who), who)).filter(({ button }) => button.label === 'Ask');
    const at = all.findIndex(({ button }) => button.spoken?.toLowerCase().startsWith(`ask ${mentor} `));
    await house.press(channel(who), who, 'Ask', at);
    await house.submit(channel(who), who, { topic: 'case_notes', need: 'Short notes' });
    await house.settle();
  };
  return {
    house,
    store,
    clock,
    heard: () => last,
    means: (text, meaning) => void script.set(text, meaning),
    async hears(who, text, meaning) {
      if (meaning !== undefined) script.set(text, meaning);
      const replies = await house.say(channel(who), who, text);
      const sends = house.sends.length;
      await house.settle();
      const told = house.sends.slice(sends).filter(({ user }) => user === who);
      return [textOf(replies), ...told.map(({ card }) => cardText(card))].join('\n');
    },
    async presses(who, label, which = 0) {
      const text = textOf(await house.press(channel(who), who, label, which));
      await house.settle();
      return text;
    },
    asks,
    async pairs(mentor, on) {
      await asks('ana', mentor);
      await house.press(on, mentor, 'Accept');
      await house.settle();
    },
    rows: (sql) => inside(house, sql),
    async close() {
      await house.close();
      await store.drop();
    },
  };
}
