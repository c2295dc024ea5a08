import { apology, noLongerHere, notInstalled, strangerPointer } from '../cards';
import {
  type Address,
  type Card,
  type ChannelName,
  type Turn as ChatTurn,
  type Identity,
  type Inbound,
  type Profile,
  type Receive,
  type Reply,
  say,
} from '../chat';
import { worksHere } from '../mentoring';
import {
  failTurn,
  finishTurn,
  type House,
  identify,
  keepDraft,
  recordTurn,
  reopenTurn,
  type Tx,
  tellMissed,
  wantsProfile,
} from '../services';
import { inTurn } from './in-turn';
import { type Hearing, lead } from './lead';
import { pack, unpack } from './stored';
import { answerStranger, approachOf } from './stranger';

export type ReceiveParts = {
  readonly house: House;
  readonly inOrganization: <T>(
    organizationId: string,
    actorId: string | undefined,
    work: (tx: Tx) => Promise<T>,
  ) => Promise<T>;
  readonly organizationOf: (channel: ChannelName, tenant: string) => Promise<string | undefined>;
  readonly hearing: Hearing;
  /** Asks the platform whose account this is; undefined where nothing is known. Never rejects. */
  readonly profileOf: (who: Identity, home: Address | undefined) => Promise<Profile | undefined>;
  /** A short new number that joins an apology to its line in the log. */
  readonly reference: () => string;
  /** Called when a turn has ended: there may be something to deliver. */
  readonly wake: () => void;
  /** Called when the platform has sent an act again. */
  readonly repeated?: () => void;
  readonly log: { error(fields: object, message: string): void };
};

export type Receiver = {
  readonly receive: Receive;
  /**
   * Carries on with an act that a crash left unfinished; the replies, and where they go. None where somebody else was
   * faster, or its person was told that it failed. Throws where what was kept cannot be read.
   */
  resume(
    organizationId: string,
    payload: string,
  ): Promise<{ readonly inbound: Inbound; readonly replies: readonly Reply[]; missed(): Promise<void> } | undefined>;
  /** Ends an act that could not be carried out however often it was tried; what was typed is kept as a draft. */
  giveUp(organizationId: string, inboundId: string, payload: string): Promise<void>;
};

/** What may be logged of a fault: its kind and where it arose, never its words, which can hold a person's. */
const traceOf = (fault: unknown): object =>
  fault instanceof Error
    ? {
        fault: fault.name,
        code: 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined,
        at: fault.stack
          ?.split('\n')
          .filter((row) => row.startsWith('    at '))
          .slice(0, 6)
          .map((row) => row.trim()),
      }
    : { fault: typeof fault };

/** Said once, whatever is delivered again; buttons and forms are answered again with how it stands. */
const answeredOnce = new Set<Inbound['kind']>(['message', 'home', 'installed', 'uninstalled', 'personChanged']);
const answeredAgain = (kind: Inbound['kind']): boolean => !answeredOnce.has(kind);

/** What the platform tells of accounts is nothing that their people said: strangers among them hear nothing from us. */
const unasked = new Set<Inbound['kind']>(['uninstalled', 'personChanged', 'search']);
const toStranger = (inbound: Inbound, card: Card): readonly Reply[] => (unasked.has(inbound.kind) ? [] : [say(card)]);

/**
 * The one door: keeps the act, drops repeats, finds out who it is, leads it to its intent, and turns every fault into
 * one apology with a reference. Two transactions: the act is kept; then everything it causes, and that it is done.
 */
export function createReceiver(parts: ReceiveParts): Receiver {
  const { house } = parts;
  const failedHere = new Set<string>();
  // Her account's row lets one turn of hers follow another; here they wait without a database connection each.
  const oneByOne = inTurn();
  const accountOf = ({ from }: Inbound): string => `${from.channel}|${from.tenant}|${from.user}`;

  type MayRepeat = (kind: Inbound['kind']) => boolean;

  /** Answers whoever is known; for an account that nobody has linked, whether the platform should be asked about it. */
  const answerKnown = async (
    tx: Tx,
    inbound: Inbound,
    mayRepeat: MayRepeat,
  ): Promise<readonly Reply[] | { readonly askPlatform: boolean }> => {
    const first = inbound.kind === 'search' || (await finishTurn(tx, inbound.id));
    if (!first) parts.repeated?.();
    if (!first && !mayRepeat(inbound.kind)) return [];
    const caller = await identify(tx, house, inbound);
    if (caller && worksHere(caller.person, tx.at))
      return lead(inbound, { tx: { ...tx, actorId: caller.person.personId }, caller, house }, parts.hearing);
    if (caller || unasked.has(inbound.kind)) return toStranger(inbound, noLongerHere());
    if (inbound.place === 'shared') return [say(strangerPointer())];
    if (first) await reopenTurn(tx, inbound.id, pack(inbound));
    return { askPlatform: await wantsProfile(tx, inbound, approachOf(inbound)) };
  };

  const carryOut = async (
    organizationId: string,
    inbound: Inbound,
    mayRepeat: MayRepeat,
  ): Promise<readonly Reply[]> => {
    const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      parts.inOrganization(organizationId, undefined, work);
    const known = await inside((tx) => answerKnown(tx, inbound, mayRepeat));
    if (!('askPlatform' in known)) return known;
    // Asked between two transactions: none must wait for a platform.
    const profile = known.askPlatform ? await parts.profileOf(inbound.from, inbound.home) : undefined;
    return inside(async (tx) =>
      (await finishTurn(tx, inbound.id)) || mayRepeat(inbound.kind)
        ? answerStranger(tx, house, inbound, profile, parts.hearing)
        : [],
    );
  };

  const apologize = async (
    fault: unknown,
    inbound: Inbound,
    organizationId: string | undefined,
  ): Promise<readonly Reply[]> => {
    const reference = parts.reference();
    parts.log.error({ event: 'turn.failed', reference, kind: inbound.kind, ...traceOf(fault) }, 'A turn failed.');
    if (organizationId !== undefined) void markFailed(organizationId, inbound);
    return [inbound.kind === 'form' ? { kind: 'stay', card: apology(reference) } : say(apology(reference))];
  };

  // She was told that nothing was done, so nothing must be done later. Not waited for: the database may be away for long.
  const markFailed = async (organizationId: string, inbound: Inbound): Promise<void> => {
    failedHere.add(inbound.id);
    try {
      await endFailed(organizationId, inbound);
      failedHere.delete(inbound.id);
    } catch {
      // The sweeper finds it unfinished and marks it then.
    }
  };

  /** A form that failed keeps what was typed, so that it can be sent once more. */
  const endFailed = (organizationId: string, inbound: Inbound): Promise<void> =>
    parts.inOrganization(organizationId, undefined, async (tx) => {
      await failTurn(tx, inbound.id);
      if (inbound.kind !== 'form') return;
      const caller = await identify(tx, house, inbound);
      if (caller) await keepDraft(tx, caller.person.personId, inbound.token, inbound.values);
    });

  /** The answer did not get through. Where even that cannot be kept, the log has it. */
  const noteMissed = async (organizationId: string | undefined, inbound: Inbound): Promise<void> => {
    if (organizationId === undefined || unasked.has(inbound.kind)) return;
    try {
      await parts.inOrganization(organizationId, undefined, async (tx) => {
        const caller = await identify(tx, house, inbound);
        if (caller) await tellMissed(tx, house, caller, inbound.id);
      });
      parts.wake();
    } catch (fault) {
      parts.log.error(
        { event: 'missed.not-kept', ...traceOf(fault) },
        'An answer got lost, and its person may not hear of it.',
      );
    }
  };

  const receive = (inbound: Inbound): ChatTurn => {
    const recording = (async (): Promise<string | undefined> => {
      const organizationId = await parts.organizationOf(inbound.from.channel, inbound.from.tenant);
      if (organizationId !== undefined && inbound.kind !== 'search') {
        await parts.inOrganization(organizationId, undefined, (tx) => recordTurn(tx, inbound.id, pack(inbound)));
      }
      return organizationId;
    })();
    const answer = async (): Promise<readonly Reply[]> => {
      let organizationId: string | undefined;
      try {
        const home = await recording;
        organizationId = home;
        return home === undefined
          ? toStranger(inbound, notInstalled())
          : await oneByOne(accountOf(inbound), () => carryOut(home, inbound, answeredAgain));
      } catch (fault) {
        return apologize(fault, inbound, organizationId);
      } finally {
        parts.wake();
      }
    };
    return {
      recorded: recording.then(
        () => undefined,
        () => undefined,
      ),
      replies: answer(),
      missed: async () => noteMissed(await recording.catch(() => undefined), inbound),
    };
  };

  return {
    receive,
    async resume(organizationId, payload) {
      const inbound = unpack(payload);
      if (!inbound) throw new Error('An act that was kept cannot be read.');
      if (failedHere.has(inbound.id)) {
        await markFailed(organizationId, inbound);
        return undefined;
      }
      // Nobody waits at the card that was acted on: it is redrawn with all others, and the answer comes as a message.
      const { on: _, ...anew } = inbound;
      const replies = await carryOut(organizationId, anew, () => false);
      return { inbound, replies, missed: () => noteMissed(organizationId, inbound) };
    },
    async giveUp(organizationId, inboundId, payload) {
      const inbound = unpack(payload);
      await (inbound
        ? endFailed(organizationId, inbound)
        : parts.inOrganization(organizationId, undefined, (tx) => failTurn(tx, inboundId)));
    },
  };
}
