import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type {
  Act,
  Address,
  Block,
  Button,
  Card,
  Channel,
  ChannelName,
  Delivered,
  Form,
  FormValues,
  Identity,
  Inbound,
  MessageRef,
  Option,
  Profile,
  Receive,
  Reply,
  Token,
} from '../src/chat';
import { plainText } from '../src/chat';
import { createLedger, openQueue } from '../src/delivery';
import { createMetrics } from '../src/http';
import type { Understand } from '../src/intents';
import { loadPrograms } from '../src/programs';
import { houseOf, importPeople } from '../src/services';
import { understandingOf } from '../src/start/hearing';
import type { Foundation } from '../src/start/house';
import type { Log } from '../src/start/log';
import { createPace, freePace } from '../src/start/pace';
import { createEngine, type Engine } from '../src/start/running';
import { organizationIds, refreshOffersOf, type Store } from '../src/store';
import { queueAtRest } from './at-rest';
import { testClock } from './databases';

/** One person in one client, as she sees it: cards by message id, and the form that is open. */
type Client = {
  readonly cards: Map<string, Card>;
  /** Buttons of cards as they stood before they were redrawn, the newest first. */
  readonly past: { message: string; button: Button }[];
  form: { form: Form; on: string | undefined } | undefined;
  errors: Record<string, string>;
  /** What her search field offered last. */
  offered: readonly Option[];
};

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const root = join(__dirname, '..');

export type House = Awaited<ReturnType<typeof openHouse>>;

/** A whole product but for the two wires: people speak in the shared language, and read cards. */
export async function openHouse(
  store: Store,
  csv: string,
  clock = testClock(),
  newId: () => string = randomUUID,
  log: Log = quiet,
  listen: (usual: Understand) => Understand = (usual) => usual,
) {
  const loaded = await loadPrograms(join(root, 'programs'));
  if (!loaded.ok) throw new Error('The program definitions have faults.');
  const { programs, catalog } = loaded;
  const queue = await openQueue(store, log);
  const ledger = createLedger(queue);
  const foundation: Foundation = {
    store,
    queue,
    ledger,
    house: houseOf(programs, catalog, ledger, 'https://mentor.dpa.example.gov'),
    programs,
    catalog,
    newId,
  };
  const clients = new Map<string, Client>();
  const clientOf = (channel: ChannelName, user: string): Client => {
    const key = `${channel}:${user}`;
    const known = clients.get(key) ?? {
      cards: new Map<string, Card>(),
      past: [],
      form: undefined,
      errors: {},
      offered: [],
    };
    clients.set(key, known);
    return known;
  };
  const put = (client: Client, message: string, card: Card): void => {
    const before = client.cards.get(message);
    if (before) client.past.unshift(...cardButtons(before).map((button) => ({ message, button })));
    client.cards.set(message, card);
  };
  const sends: { channel: ChannelName; user: string; card: Card; key: string }[] = [];
  const updates: { channel: ChannelName; user: string; card: Card }[] = [];
  const outcomes: (Delivered | undefined)[] = [];
  /** What the platforms say about accounts, by `channel:user`. */
  const profiles = new Map<string, Profile>();
  /** How the platforms answer; a test may let them answer otherwise. */
  const platform = {
    profile: async ({ channel, user }: Identity): Promise<Profile | undefined> => profiles.get(`${channel}:${user}`),
  };
  let receive: Receive | undefined;
  let count = 0;

  const channel = (name: ChannelName): Channel => ({
    name,
    start: async (given) => {
      receive = given;
    },
    stop: async () => undefined,
    deliver: async (to, card, key) => {
      const scripted = outcomes.shift();
      if (scripted && !scripted.ok) return scripted;
      count += 1;
      const message = `m${count}`;
      put(clientOf(name, to.ref), message, card);
      sends.push({ channel: name, user: to.ref, card, key });
      return { ok: true, ref: { address: to, message } };
    },
    update: async (ref, card) => {
      put(clientOf(name, ref.address.ref), ref.message, card);
      updates.push({ channel: name, user: ref.address.ref, card });
      return { ok: true };
    },
    profile: (who) => platform.profile(who),
  });

  const organizationOf = async (): Promise<string | undefined> => (await organizationIds(store))[0];
  const firstProgram = foundation.house.programs.get('bethel-nome-exchange');
  if (!firstProgram) throw new Error('The Bethel/Nome program is missing.');
  const addressOf = ({ channel: name, user }: { channel: ChannelName; user: string }): Address => ({
    channel: name,
    ref: user,
  });
  /** Reads a list of people in, on the day that the clock shows in Anchorage. */
  const bring = (list: string, full = false) =>
    importPeople({ store, newId, house: foundation.house, firstProgram, addressOf }, list, {
      full,
      today: clock.now().setZone('America/Anchorage').toISODate() ?? '',
    });
  const imported = await bring(csv);
  await installEverywhere(store);
  const metrics = createMetrics();
  const engine: Engine = createEngine({
    counts: metrics.counts,
    foundation,
    channels: [channel('slack'), channel('teams')],
    organizationOf,
    clock,
    realNow: () => new Date(),
    log,
    hearing: { understand: listen(understandingOf(catalog, [])) },
    pacing: createPace(freePace, { store, organizationOf, now: Date.now, log }).pacing,
  });
  await engine.start();

  const inbound = (name: ChannelName, user: string, act: Act, extra: Partial<Inbound> = {}): Inbound => ({
    id: randomUUID(),
    from: { channel: name, tenant: name === 'slack' ? 'T1' : 't1', user },
    at: clock.now(),
    place: 'private',
    home: { channel: name, ref: user },
    ...extra,
    ...act,
  });

  /** What her client does with the replies. */
  const show = (name: ChannelName, user: string, replies: readonly Reply[], on: string | undefined): void => {
    const client = clientOf(name, user);
    for (const reply of replies) {
      if (reply.kind === 'card') {
        count += 1;
        put(client, reply.as === 'replace' && on !== undefined ? on : `m${count}`, reply.card);
        client.form = undefined;
      }
      if (reply.kind === 'form') {
        client.form = { form: reply.form, on };
        client.errors = { ...(reply.errors ?? {}) };
      }
      if (reply.kind === 'close') client.form = undefined;
      if (reply.kind === 'choices') client.offered = reply.options;
    }
  };

  const act = async (
    name: ChannelName,
    user: string,
    own: Act,
    on?: string,
    extra: Partial<Inbound> = {},
  ): Promise<readonly Reply[]> => {
    if (!receive) throw new Error('The channel has not been started.');
    const ref: MessageRef | undefined =
      on === undefined ? undefined : { address: { channel: name, ref: user }, message: on };
    const turn = receive(
      inbound(name, user, own, {
        ...(ref ? { on: ref } : {}),
        ...(name === 'teams' ? { formTakesPlace: true as const } : {}),
        ...extra,
      }),
    );
    await turn.recorded;
    const replies = await turn.replies;
    show(name, user, replies, on);
    return replies;
  };

  return {
    foundation,
    engine,
    metrics,
    imported,
    bring,
    clock,
    clients,
    sends,
    updates,
    outcomes,
    profiles,
    platform,
    clientOf,
    receive: (own: Inbound) => {
      if (!receive) throw new Error('The channel has not been started.');
      return receive(own);
    },
    inbound,
    act,
    say: (name: ChannelName, user: string, text: string) => act(name, user, { kind: 'message', text }),
    /** Presses the newest button of that label that she can see. */
    async press(name: ChannelName, user: string, label: string, which = 0): Promise<readonly Reply[]> {
      const found = buttonsSeen(clientOf(name, user)).filter((each) => each.button.label === label)[which];
      if (!found || !('token' in found.button)) throw new Error(`${user} sees no button "${label}".`);
      return act(name, user, { kind: 'action', token: found.button.token }, found.message);
    },
    /** Presses a button as it stood on a card before it was redrawn. */
    async pressOld(name: ChannelName, user: string, label: string): Promise<readonly Reply[]> {
      const found = clientOf(name, user).past.find((each) => each.button.label === label);
      if (!found || !('token' in found.button)) throw new Error(`${user} has never seen a button "${label}".`);
      return act(name, user, { kind: 'action', token: found.button.token }, found.message);
    },
    async submit(name: ChannelName, user: string, values: FormValues): Promise<readonly Reply[]> {
      const open = clientOf(name, user).form;
      if (!open) throw new Error(`${user} has no form open.`);
      return act(name, user, { kind: 'form', token: open.form.token, values }, open.on);
    },
    /** Types into the search field of the form that is open. */
    async search(name: ChannelName, user: string, text: string): Promise<readonly Reply[]> {
      const field = clientOf(name, user).form?.form.fields.find((each) => each.field === 'person');
      if (field?.field !== 'person') throw new Error(`${user} sees no search field.`);
      return act(name, user, { kind: 'search', token: field.search, text });
    },
    /** Waits until everything that was to be said has been said, what waits for another message to the same person included. */
    settle: (): Promise<void> => queueAtRest(store, queue, 1),
    async moveTo(at: DateTime): Promise<void> {
      for (;;) {
        const due = await engine.heartbeat.nextDue();
        if (!due || due.getTime() > at.toMillis()) break;
        if (due.getTime() > clock.now().toMillis()) clock.set(DateTime.fromJSDate(due, { zone: 'utc' }));
        await engine.heartbeat.beat();
        await this.settle();
      }
      clock.set(at);
      await engine.heartbeat.beat();
      await this.settle();
    },
    close: () => engine.stop(),
  };
}

/** Every button that she can see: in the form that is open, then on the newest card first. */
export function buttonsSeen(client: Client): readonly { message: string | undefined; button: Button }[] {
  const inForm = client.form?.form.intro?.flatMap(buttonsOf).map((button) => ({ message: client.form?.on, button }));
  const onCards = [...client.cards]
    .reverse()
    .flatMap(([message, card]) => cardButtons(card).map((button) => ({ message, button })));
  return [...(inForm ?? []), ...onCards];
}

export const cardButtons = (card: Card): readonly Button[] => card.blocks.flatMap(buttonsOf);

const buttonsOf = (block: Block): readonly Button[] => {
  if (block.block === 'buttons') return block.buttons;
  if (block.block === 'person') return block.button ? [block.button] : [];
  return block.block === 'list' && block.more ? [block.more] : [];
};

/** A card as text, as the transcripts have it. */
export function cardText(card: Card): string {
  return card.blocks.map(blockText).join('\n');
}

/** A part of it. */
export function blockText(block: Block): string {
  switch (block.block) {
    case 'heading':
      return `# ${block.text}`;
    case 'prose':
      return plainText(block.text);
    case 'facts':
      return block.rows.map((row) => `${row.label}: ${plainText(row.value)}`).join('\n');
    case 'person':
      return [
        `* ${block.name}${block.detail ? `, ${block.detail}` : ''}${block.button ? ` [${block.button.label}]` : ''}`,
        ...(block.lines ?? []).map((line) => `  ${plainText(line)}`),
      ].join('\n');
    case 'progress':
      return `${block.label}: ${block.done} of ${block.of}`;
    case 'steps':
      return block.items.map((item) => `(${item.state}) ${item.text}`).join('\n');
    case 'list':
      return [
        ...block.items.map((item) => `- ${plainText(item)}`),
        ...(block.more ? [`[${block.more.label}]`] : []),
      ].join('\n');
    case 'chart':
      return `${block.title}: ${block.points.map((point) => `${point.label} ${point.value}`).join(', ')}`;
    case 'notice':
      return `(${block.tone}) ${plainText(block.text)}`;
    case 'buttons':
      return block.buttons
        .map((button) =>
          'token' in button
            ? `[${button.label}]`
            : 'href' in button
              ? `[${button.label} -> ${button.href}]`
              : `[${button.label} -> chat]`,
        )
        .join(' ');
  }
}

export const tokenOf = (button: Button): Token | undefined => ('token' in button ? button.token : undefined);

/** Lets everybody who uses Teams have the app, as an administrator does for all at once. */
async function installEverywhere(store: Store): Promise<void> {
  const [id] = await organizationIds(store);
  if (id === undefined) return;
  await store.inOrganization(id, undefined, async (tx) => {
    await tx.manager.query(`update identity set installed_at = now() where channel = 'teams'`);
    const mentors: { id: string }[] = await tx.manager.query('select person_id as id from mentor_profile');
    for (const mentor of mentors) await refreshOffersOf(tx, mentor.id);
  });
}
