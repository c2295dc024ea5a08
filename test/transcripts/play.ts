import { Duration } from 'luxon';
import type { ChannelName, Profile, Reply } from '../../src/chat';
import { blockText, cardText, type House } from '../chat';

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
    .join('\n');

const isChannel = (text: string): text is ChannelName => text === 'slack' || text === 'teams';

function replyText(reply: Reply): string {
  switch (reply.kind) {
    case 'card':
      return `  bot answers${reply.as === 'replace' ? ', in place' : ''}:\n${indent(cardText(reply.card))}`;
    case 'form': {
      const fields = reply.form.fields.map((field) => {
        const value = reply.values?.[field.id];
        const error = reply.errors?.[field.id];
        return `${field.label}${field.optional ? ' (optional)' : ''}${value ? ` = ${String(value)}` : ''}${error ? `\n  ! ${error}` : ''}`;
      });
      const first = (reply.form.intro ?? []).flatMap((block) =>
        block.block === 'notice' || block.block === 'buttons' ? [blockText(block)] : [],
      );
      return `  bot shows the form "${reply.form.title}":\n${indent([...first, ...fields].join('\n'))}\n    [${reply.form.submit}]`;
    }
    case 'stay':
      return `  the form stays, and bot says:\n${indent(cardText(reply.card))}`;
    case 'close':
      return '  the form closes';
    case 'choices':
      return `  bot offers: ${reply.options.map(({ label, detail }) => (detail ? `${label} (${detail})` : label)).join(', ')}`;
  }
}

const valuesOf = (text: string): Record<string, string | string[]> =>
  Object.fromEntries(
    text.split(';').map((pair) => {
      const [name = '', value = ''] = pair.split('=').map((part) => part.trim());
      return [name, value.includes('+') ? value.split('+') : value];
    }),
  );

/** What the platform says about an account, as a line of a transcript has it: `Kim Doe <kim@example.gov>, a guest`. */
function profileOf(text: string): Profile {
  const [, name = '', email, guest] = /^([^<,]+?)(?: <(.+)>)?(, a guest)?$/u.exec(text) ?? [];
  return { name, ...(email ? { email } : {}), guest: guest !== undefined };
}

/** `@Joan Ek` among typed values is the person of that name in a list of the form, or whom its search field has offered. */
function picked(house: House, channel: ChannelName, user: string, values: Record<string, string | string[]>) {
  const { form, offered } = house.clientOf(channel, user);
  const listed = (form?.form.fields ?? []).flatMap((field) => (field.field === 'choice' ? field.options : []));
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => {
      const label = typeof value === 'string' && value.startsWith('@') ? value.slice(1) : undefined;
      const found = [...offered, ...listed].find((option) => option.label === label);
      return [id, found?.value ?? value];
    }),
  );
}

async function perform(house: House, line: string): Promise<readonly Reply[]> {
  const clock = /^clock: \+(\S+)$/u.exec(line);
  if (clock?.[1]) {
    await house.moveTo(house.clock.now().plus(Duration.fromISO(clock[1])));
    return [];
  }
  const list = /^list(?: \((.+?)\))?: (.+)$/u.exec(line);
  if (list?.[2]) {
    await house.bring(`${list[1] ?? 'name,email,left_on'}\n${list[2]}`);
    return [];
  }
  const [, user = '', channel = '', verb = '', rest = ''] =
    /^(\w+)@(\w+) (says in public|says|wants|opens Home|adds the app|presses an old|presses|sends|searches|is):? ?(.*)$/u.exec(
      line,
    ) ?? [];
  if (!isChannel(channel)) throw new Error(`This line of a transcript is no act: ${line}`);
  switch (verb) {
    case 'is':
      house.profiles.set(`${channel}:${user}`, profileOf(rest));
      return [];
    case 'says':
      return house.say(channel, user, rest);
    case 'says in public':
      return house.act(channel, user, { kind: 'message', text: rest }, undefined, { place: 'shared' });
    case 'opens Home':
      return house.act(channel, user, { kind: 'home' }, 'home');
    case 'wants': {
      const [, intent = '', args = '{}'] = /^(\S+) ?(\{.*\})?$/u.exec(rest) ?? [];
      return house.act(channel, user, { kind: 'action', token: { intent, args: JSON.parse(args) } });
    }
    case 'adds the app':
      return house.act(channel, user, { kind: 'installed' });
    case 'searches':
      return house.search(channel, user, rest);
    case 'sends':
      return house.submit(channel, user, picked(house, channel, user, valuesOf(rest)));
    case 'presses an old':
      return house.pressOld(channel, user, rest);
    default: {
      const [label = '', which] = rest.split(' #');
      return house.press(channel, user, label, which ? Number(which) - 1 : 0);
    }
  }
}

/**
 * Codes are random: a transcript calls the first that is shown CODE1, the next CODE2, in what is said to and fro.
 */
function codeNames() {
  const codes: string[] = [];
  const named = (text: string): string =>
    text.replace(/\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/gu, (code) => {
      if (!codes.includes(code)) codes.push(code);
      return `CODE${codes.indexOf(code) + 1}`;
    });
  const meant = (line: string): string =>
    line.replace(/\bCODE(\d+)\b/gu, (name, n: string) => codes[Number(n) - 1] ?? name);
  return { named, meant };
}

/**
 * Plays a transcript: lines at the margin are acts (`ana@teams says: find word`, `list: name,email,left on`, or `list (columns): ...`), comments (`# ...`) or blank; what is
 * indented below them is what the bot did, and is written anew. Returns the transcript as it went this time.
 */
export async function play(house: House, transcript: string): Promise<string> {
  const lines: string[] = [];
  const { named, meant } = codeNames();
  for (const line of transcript.split('\n').filter((each) => !each.startsWith(' '))) {
    lines.push(line);
    if (line === '' || line.startsWith('#')) continue;
    const sends = house.sends.length;
    const updates = house.updates.length;
    const replies = await perform(house, meant(line));
    await house.settle();
    lines.push(...replies.map(replyText).map(named));
    const told = [
      ...house.sends
        .slice(sends)
        .map(({ channel, user, card }) => `  bot tells ${user}@${channel}:\n${indent(cardText(card))}`),
      ...house.updates
        .slice(updates)
        .map(({ channel, user, card }) => `  bot redraws the card of ${user}@${channel}:\n${indent(cardText(card))}`),
    ];
    lines.push(...told.map(named).sort());
  }
  return lines.join('\n');
}
