import type { Inbound, Reply } from '../../chat';

/** What is to be done for a person's act, in order. */
export type Step =
  | { readonly do: 'send'; readonly reply: Shown }
  | { readonly do: 'replace'; readonly message: string; readonly reply: Shown }
  | { readonly do: 'remove'; readonly message: string };

/** The replies that people see. */
export type Shown = Extract<Reply, { kind: 'card' | 'form' }>;

/** A card beside a form that stays is a message of its own. */
const shownOf = (reply: Reply): Shown[] => {
  if (reply.kind === 'stay') return [{ kind: 'card', card: reply.card, as: 'new' }];
  return reply.kind === 'card' || reply.kind === 'form' ? [reply] : [];
};

/**
 * What the replies mean here. A form takes the place of the card whose button asked for it. A form that was sent never
 * stays to be sent again: the first answer takes its place, if none asks for it; and to close it is to take it away. A
 * dialog stands over the card that it came from, which stays unless a reply replaces it.
 */
export function stepsFor(inbound: Inbound, replies: readonly Reply[]): Step[] {
  const on = inbound.on?.message;
  const shown = replies.flatMap(shownOf);
  if (on === undefined) return shown.map((reply) => ({ do: 'send', reply }));
  const takesPlace = (reply: Shown): boolean => reply.kind === 'form' || reply.as === 'replace';
  const closes = inbound.formTakesPlace === true && replies.some(({ kind }) => kind === 'close');
  const nobodyDoes = !closes && !shown.some(takesPlace);
  const successor =
    inbound.kind === 'form' && inbound.formTakesPlace === true && nobodyDoes
      ? shown.find((reply) => reply.kind === 'card' && reply.as !== 'new')
      : undefined;
  const steps = shown.map(
    (reply): Step =>
      takesPlace(reply) || reply === successor ? { do: 'replace', message: on, reply } : { do: 'send', reply },
  );
  return closes && !shown.some(takesPlace) ? [{ do: 'remove', message: on }, ...steps] : steps;
}
