import { isRecord, type Json, recordsAt, textAt } from '../json';
import type { Told } from './told';

export type Channel = 'slack' | 'teams';
/** Where something is said: alone with the bot, or where others read along. */
export type Place = 'private' | 'shared';
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
  readonly roles: readonly string[];
  readonly slackUser?: string;
  readonly teamsUser?: string;
};
export type Message = {
  readonly id: string;
  readonly from: 'bot' | 'me' | 'other';
  readonly author: string;
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly card?: Json;
  readonly thread?: string;
  readonly ephemeral: boolean;
  readonly replaced: boolean;
  readonly place: Place;
  /** One's own words, of which it is known how they were understood. */
  readonly understood?: true;
  readonly at: string;
};
export type Modal = {
  readonly id: string;
  readonly hash: string;
  readonly view: Json;
  readonly errors: Readonly<Record<string, string>>;
};
/** A window over the Teams client: a form, or the word that ended it. */
export type Dialog = { readonly id: string; readonly title: string; readonly card?: Json; readonly says?: string };
export type Chat = {
  readonly channel: Channel;
  readonly person: string;
  readonly messages: readonly Message[];
  readonly modal?: Modal;
  readonly dialog?: Dialog;
  readonly home?: { readonly hash: string; readonly view: Json };
  readonly typing: boolean;
  readonly troubles: readonly string[];
};
export type Clock = { readonly now: string; readonly zone: string };
export type Command = { readonly text: string; readonly says: string; readonly places: readonly Place[] };
export type FaultOrder = {
  readonly effect: 'answer' | 'slow' | 'hang' | 'drop' | 'cut' | 'blocked' | 'error';
  readonly method?: string;
  readonly block?: string;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly ms?: number;
  readonly times?: number;
  readonly error?: string;
};
export type Faults = Readonly<Record<Channel, readonly FaultOrder[]>>;
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** A refusal of the local API, in words for a person. */
export class Refusal extends Error {}

async function answer<Body>(response: Response): Promise<Body> {
  const body: Body & { error?: string; fields?: Record<string, string> } = JSON.parse(await response.text());
  if (response.ok) return body;
  const fields = Object.values(body.fields ?? {}).join(' ');
  throw new Refusal([body.error ?? 'That did not work.', fields].join(' ').trim());
}

async function get<Body>(path: string): Promise<Body> {
  return answer(await fetch(`api/${path}`));
}

async function post<Body>(path: string, body: unknown): Promise<Body> {
  const headers = { 'Content-Type': 'application/json' };
  return answer(await fetch(`api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

export type Done = { readonly ok: true; readonly opens?: string };
type Who = { readonly person: string };

export const api = {
  people: () => get<{ people: readonly Person[] }>('people'),
  chat: (channel: Channel, person: string) => get<Chat>(`chat?channel=${channel}&person=${encodeURIComponent(person)}`),
  /** How one's own message was understood, step by step. */
  why: ({ person, channel, message }: Who & { channel: Channel; message: string }) =>
    get<{ why: readonly string[] }>(`why?${new URLSearchParams({ person, channel, message })}`),
  commands: (channel: Channel) => get<{ commands: readonly Command[] }>(`commands?channel=${channel}`),
  /** The ledger, newest first; there is none before there is an organization. */
  explain: async (): Promise<readonly Told[]> => {
    const told = await get<readonly Told[] | object>('explain');
    return Array.isArray(told) ? told : [];
  },
  clock: () => get<Clock>('clock'),
  faults: () => get<Faults>('faults'),
  orderFault: (order: FaultOrder & { platform: Channel; person?: string }) => post<Faults>('faults', order),
  withdrawFaults: async () => answer<Faults>(await fetch('api/faults', { method: 'DELETE' })),
  moveClock: (move: { by: string } | { to: string }) => post<Clock>('clock', move),
  say: (body: Who & { channel: Channel; as: 'message' | 'command' | 'mention'; thread?: string; text: string }) =>
    post<Done>('say', body),
  click: (
    body: Who & {
      channel: Channel;
      message: string;
      action: string | number;
      block?: string;
      value?: string;
      values?: Values;
    },
  ) => post<Done>('click', body),
  submit: (body: Who & { values: Values }) => post<Done>('submit', body),
  close: (body: Who & { channel: Channel }) => post<Done>('close', body),
  /** Everything anew, with a server that comes back in some seconds. */
  startOver: () => post<Done>('start-over', {}),
  home: (body: Who) => post<Done>('home', body),
  install: (body: Who) => post<Done>('install', body),
  search: (body: Who & { channel?: Channel; message?: string; block: string; text: string }) =>
    post<{ options: readonly Json[] }>('search', body),
};

export { isRecord, type Json, recordsAt, textAt };
