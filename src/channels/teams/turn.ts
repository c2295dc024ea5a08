import type { TurnContext } from 'botbuilder';
import type { Card, Inbound, Receive, Reply, SendFailure, Traffic, Turn } from '../../chat';
import type { WireActivity } from './activity';
import type { TeamsAdapter } from './adapter';
import { type Shown, type Step, stepsFor } from './answer';
import type { Log, Waits } from './config';
import { behindDialog, endDialog, isDialog, openDialog } from './dialog';
import { type Filled, optionData, renderForm } from './form';
import type { Json } from './json';
import { pressData } from './read';
import type { Place } from './reference';
import { type Brush, renderCard } from './render';
import { type Drawn, type Pen, penOfPlace, penOfTurn, sayAlone } from './send';
import { personValue, readLabels } from './values';
import { words } from './words';

/** How a turn ends: what HTTP says, and what is still to be done once it has been said. */
export type Taken = { readonly status: number; readonly body?: Json; readonly after?: () => Promise<void> };

export type Stage = {
  readonly adapter: TeamsAdapter;
  readonly brush: Brush;
  readonly receive: Receive;
  readonly waits: Waits;
  readonly log: Log;
  readonly traffic: Traffic;
  readonly pointer: Card;
  readonly pointerToOpen: Card;
};

type Heard = Stage & { readonly inbound: Inbound; readonly activity: WireActivity; readonly place: Place };
type Scene = Heard & { readonly missed: Turn['missed'] };

/** One act of one person, from hearing it to answering it. */
export async function takeTurn(heard: Heard, context: TurnContext): Promise<Taken> {
  const { inbound, activity, waits } = heard;
  const isInvoke = activity.type === 'invoke';
  const turn = heard.receive(inbound);
  const scene: Scene = { ...heard, missed: turn.missed };
  const replies = await within(turn.replies, isInvoke ? waits.invoke : waits.message);
  if (replies === undefined) {
    const stored = await within(
      turn.recorded.then(() => true),
      waits.recorded,
    );
    if (stored === undefined) return { status: 503 };
    const after = async (): Promise<void> => answerLater(scene, await turn.replies);
    if (isDialog(activity)) return { status: 200, body: endDialog(words.working), after };
    return isInvoke ? { ...said(words.working), after } : { status: 200, after };
  }
  if (inbound.kind === 'uninstalled') return { status: 200 };
  if (inbound.kind === 'search') return { status: 200, body: searchBody(replies) };
  if (isDialog(activity)) return answerDialog(scene, replies);
  const steps = stepsFor(inbound, replies);
  if (inbound.place === 'shared') return answerShared(scene, steps, context);
  if (isInvoke) return answerInvoke(scene, steps);
  await perform(scene, steps, penOfTurn(context, waits.send));
  return { status: 200 };
}

/** Nothing is sent while an invoke waits for its answer: the card that takes the place is the answer, the rest follows. */
function answerInvoke(scene: Scene, steps: readonly Step[]): Taken {
  const first = steps.find((step) => step.do === 'replace');
  const rest = steps.filter((step) => step !== first);
  const answer =
    first === undefined
      ? said(rest.some((step) => step.do === 'send') ? words.newMessage : words.done)
      : { status: 200, body: invokeBody('application/vnd.microsoft.card.adaptive', draw(scene, first.reply).content) };
  if (rest.length === 0) return answer;
  return { ...answer, after: () => perform(scene, rest, placePen(scene)) };
}

/**
 * A dialog shows the form, with what was typed and what is wrong with it; anything else ends it and stands in the chat. A
 * sent form whose answer stands in the chat just closes. One that could not be worked off just now is not answered, so that
 * Teams keeps it open.
 */
function answerDialog(scene: Scene, replies: readonly Reply[]): Taken {
  const form = replies.find((reply) => reply.kind === 'form');
  const steps = stepsFor(
    scene.inbound,
    replies.filter((reply) => reply !== form),
  );
  const after = async (): Promise<void> =>
    scene.inbound.place === 'shared' ? point(scene, steps, placePen(scene)) : perform(scene, steps, placePen(scene));
  const later = steps.length === 0 ? {} : { after };
  if (form !== undefined) {
    const content = renderForm(
      form.form,
      { ...filledFor(scene, form), over: behindDialog(scene.activity) },
      scene.brush,
    );
    return { status: 200, body: openDialog(form.form.title, content), ...later };
  }
  if (replies.some(({ kind }) => kind === 'stay')) return { status: 500, ...later };
  if (scene.inbound.kind === 'form' && scene.inbound.place === 'private' && steps.length > 0)
    return { status: 200, ...later };
  const first = replies.find((reply) => reply.kind === 'card');
  return { status: 200, body: endDialog(first === undefined ? words.done : first.card.summary), ...later };
}

async function answerLater(scene: Scene, replies: readonly Reply[]): Promise<void> {
  const steps = stepsFor(scene.inbound, replies);
  if (steps.length === 0 || scene.inbound.kind === 'uninstalled') return;
  if (scene.inbound.place === 'shared') return point(scene, steps, placePen(scene));
  await perform(scene, steps, placePen(scene));
}

/** Where others read along, the answer goes to the person alone, and the place is told so. */
async function answerShared(scene: Scene, steps: readonly Step[], context: TurnContext): Promise<Taken> {
  if (steps.length === 0) return scene.activity.type === 'invoke' ? said(words.done) : { status: 200 };
  if (scene.activity.type === 'invoke') {
    return { ...said(scene.pointer.summary), after: () => point(scene, steps, placePen(scene)) };
  }
  await point(scene, steps, penOfTurn(context, scene.waits.send));
  return { status: 200 };
}

async function point(scene: Scene, steps: readonly Step[], shared: Pen): Promise<void> {
  const cards = steps.flatMap((step) => (step.do === 'remove' ? [] : [draw(scene, step.reply)]));
  const said = await sayAlone(scene.adapter, scene.place, cards, scene.waits.send);
  const reached = await arrived(scene, said.ok ? said.sent : [said]);
  if (reached && scene.activity.type === 'invoke') return;
  const card = reached ? scene.pointer : scene.pointerToOpen;
  await report(scene, await shared.send(draw(scene, { kind: 'card', card })));
}

async function perform(scene: Scene, steps: readonly Step[], pen: Pen): Promise<void> {
  for (const step of steps) {
    if (step.do === 'remove') {
      logged(scene, await pen.remove(step.message));
      continue;
    }
    const drawn = draw(scene, step.reply);
    const sent = step.do === 'send' ? await pen.send(drawn) : await pen.update(step.message, drawn);
    const isGone = step.do === 'replace' && !sent.ok && sent.because === 'unreachable';
    await report(scene, isGone ? await pen.send(drawn) : sent);
  }
}

async function arrived(scene: Scene, all: readonly Outcome[]): Promise<boolean> {
  for (const sent of all) if (!(await report(scene, sent))) return false;
  return true;
}

type Outcome = { readonly ok: true } | SendFailure;

/** Whether it arrived. Where it did not, and she can be written to, she hears later that an answer got lost. */
async function report(scene: Scene, sent: Outcome): Promise<boolean> {
  logged(scene, sent);
  if (!sent.ok && sent.because !== 'unreachable') await scene.missed?.();
  return sent.ok;
}

function logged({ log, traffic, place: { tenant } }: Scene, sent: Outcome): void {
  traffic.answered(tenant);
  if (!sent.ok && sent.because === 'busy' && sent.tooFast) traffic.slow(tenant, sent.retryAfterSeconds);
  if (!sent.ok) log('warn', 'teams.reply-not-sent', { because: sent.because, code: sent.code });
}

const placePen = ({ adapter, place, waits }: Scene): Pen => penOfPlace(adapter, place, waits.send);

function draw(scene: Scene, reply: Shown): Drawn {
  if (reply.kind === 'card') return { summary: reply.card.summary, content: renderCard(reply.card, scene.brush) };
  return { summary: reply.form.title, content: renderForm(reply.form, filledFor(scene, reply), scene.brush) };
}

function filledFor(scene: Scene, { values, errors }: Extract<Reply, { kind: 'form' }>): Filled {
  const labels = readLabels(pressData(scene.activity));
  return { labels, ...(values === undefined ? {} : { values }), ...(errors === undefined ? {} : { errors }) };
}

const invokeBody = (type: string, value: Json): Json => ({ statusCode: 200, type, value });

const said = (text: string): Taken => ({
  status: 200,
  body: invokeBody('application/vnd.microsoft.activity.message', text),
});

function searchBody(replies: readonly Reply[]): Json {
  const options = replies.flatMap((reply) => (reply.kind === 'choices' ? reply.options : []));
  const results = options.map((option) => {
    const { title, value } = optionData(option);
    return { title, value: personValue(value, title) };
  });
  return invokeBody('application/vnd.microsoft.search.searchResponse', { results });
}

/** The promise's value, or undefined when it takes longer than `most` milliseconds. */
async function within<T extends object | boolean>(promise: Promise<T>, most: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), most);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
