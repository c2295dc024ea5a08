import type { Answer } from '../answer';
import { isRecord, type Json, recordsAt, textAt } from '../json';
import { cardFaults } from './limits';
import type { MessageChange } from './rooms';

/** 80 KB, counted in UTF-16 as Teams does. */
const longest = 80 * 1024;
const cardType = 'application/vnd.microsoft.card.adaptive';

/** A refusal as the connector words it. */
export const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
  fault: `${code}: ${message}`,
});

export type Content =
  | { readonly ok: true; readonly content: MessageChange }
  | { readonly ok: false; readonly answer: Answer };

const bad = (message: string): Content => ({ ok: false, answer: refusal(400, 'BadSyntax', message) });

/** Reads what a message activity would show, or refuses it as strictly as its limits stand. */
export function contentOf(activity: Json, use: 'new' | 'update'): Content {
  if (JSON.stringify(activity).length * 2 > longest)
    return { ok: false, answer: refusal(413, 'MessageSizeTooBig', 'Message size too large.') };
  const text = textAt(activity, 'text') ?? '';
  const summary = textAt(activity, 'summary');
  const attachments = recordsAt(activity, 'attachments');
  if (attachments.length > 1) return bad('One card in one activity.');
  const [attachment] = attachments;
  if (!attachment) return text === '' ? bad('Neither text nor a card.') : { ok: true, content: { text } };
  if (text !== '') return bad('Text and a card in one activity are split by Teams: send two activities.');
  if (attachment.contentType !== cardType)
    return bad(`The content type ${String(attachment.contentType)} is not used here.`);
  const { content } = attachment;
  const faults = cardFaults(content);
  if (faults.length > 0 || !isRecord(content)) return bad(`Card: ${faults.join('; ')}.`);
  if (!summary && use === 'new') return bad('A card alone needs a summary, for the notification.');
  return { ok: true, content: { card: content, ...(summary && { summary }) } };
}
