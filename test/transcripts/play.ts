import { Duration } from 'luxon';
import type { ChannelName, Reply } from '../../src/chat';
import { cardText, type House } from '../chat';

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
      return `  bot shows the form "${reply.form.title}":\n${indent(fields.join('\n'))}\n    [${reply.form.submit}]`;
    }
    case 'stay':
      return `  the form stays, and bot says:\n${indent(cardText(reply.card))}`;
    case 'close':
      return '  the form closes';
    case 'choices':
      return `  bot offers: ${reply.options.map((option) => option.label).join(', ')}`;
  }
}

const valuesOf = (text: string): Record<string, string | string[]> =>
  Object.fromEntries(
    text.split(';').map((pair) => {
      const [name = '', value = ''] = pair.split('=').map((part) => part.trim());
      return [name, value.includes('+') ? value.split('+') : value];
    }),
  );

async function perform(house: House, line: string): Promise<readonly Reply[]> {
  const clock = /^clock: \+(\S+)$/u.exec(line);
  if (clock?.[1]) {
    await house.moveTo(house.clock.now().plus(Duration.fromISO(clock[1])));
    return [];
  }
  const list = /^list: (.+)$/u.exec(line);
  if (list?.[1]) {
    await house.bring(`name,email,left_on\n${list[1]}`);
    return [];
  }
  const [, user = '', channel = '', verb = '', rest = ''] =
    /^(\w+)@(\w+) (says|presses an old|presses|sends):? ?(.*)$/u.exec(line) ?? [];
  if (!isChannel(channel)) throw new Error(`This line of a transcript is no act: ${line}`);
  if (verb === 'says') return house.say(channel, user, rest);
  if (verb === 'sends') return house.submit(channel, user, valuesOf(rest));
  if (verb === 'presses an old') return house.pressOld(channel, user, rest);
  const [label = '', which] = rest.split(' #');
  return house.press(channel, user, label, which ? Number(which) - 1 : 0);
}

/**
 * Plays a transcript: lines at the margin are acts (`ana@teams says: find word`, `list: name,email,left on`), comments (`# ...`) or blank; what is
 * indented below them is what the bot did, and is written anew. Returns the transcript as it went this time.
 */
export async function play(house: House, transcript: string): Promise<string> {
  const lines: string[] = [];
  for (const line of transcript.split('\n').filter((each) => !each.startsWith(' '))) {
    lines.push(line);
    if (line === '' || line.startsWith('#')) continue;
    const sends = house.sends.length;
    const updates = house.updates.length;
    const replies = await perform(house, line);
    await house.settle();
    lines.push(...replies.map(replyText));
    const told = [
      ...house.sends
        .slice(sends)
        .map(({ channel, user, card }) => `  bot tells ${user}@${channel}:\n${indent(cardText(card))}`),
      ...house.updates
        .slice(updates)
        .map(({ channel, user, card }) => `  bot redraws the card of ${user}@${channel}:\n${indent(cardText(card))}`),
    ];
    lines.push(...told.sort());
  }
  return lines.join('\n');
}
