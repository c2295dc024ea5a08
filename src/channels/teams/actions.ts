import { type Button, encodeToken, type Token } from '../../chat';
import type { Json, JsonObject } from './json';
import { isOpenable, shown } from './runs';

/** A card has six actions in sight at most; those beyond stand in the overflow menu. Links take what the buttons leave. */
export type Budget = { readonly button: () => JsonObject; readonly link: () => boolean };

const mostActions = 6;

export function createBudget(buttons: number): Budget {
  let inSight = mostActions;
  let links = Math.max(0, mostActions - buttons);
  return {
    button: () => {
      inSight -= 1;
      return inSight >= 0 ? {} : { mode: 'secondary' };
    },
    link: () => {
      links -= 1;
      return links >= 0;
    },
  };
}

/** What drawing a button needs to know beside the button. */
export type Hand = {
  /** Where chats are opened, by the cloud: "teams.microsoft.com". */
  readonly chatHost: string;
  /** Whether the answer to such a button is a message of its own, and the card stays as it is. */
  readonly answersBelow: (token: Token) => boolean;
};

/** Whether Teams has a way to show this button; a chat with somebody whose address is unknown has none. */
export function canShow(button: Button): boolean {
  if ('chatWith' in button) return button.chatWith.email !== undefined;
  return !('href' in button) || isOpenable(button.href);
}

/** The buttons as actions. What a button asks back before it acts has no form in Teams, so it is told beforehand, as its tooltip. */
export function actionsOf(buttons: readonly Button[], budget: Budget, hand: Hand): Json[] {
  return buttons
    .filter(canShow)
    .map((button) => actionOf(button, button.inMenu ? { mode: 'secondary' } : budget.button(), hand));
}

function actionOf(button: Button, mode: JsonObject, { chatHost, answersBelow }: Hand): Json {
  const face = { title: shown(button.label, 40), ...tooltipOf(button), ...mode };
  if ('token' in button && button.dialog === true) return openInDialog(face, button.token, 'card');
  if ('token' in button && answersBelow(button.token)) return submit(face, { token: encodeToken(button.token) });
  if ('token' in button) {
    return execute(face, button.token.intent, { token: encodeToken(button.token) }, { associatedInputs: 'none' });
  }
  const url =
    'href' in button ? button.href : chatUrl('chatAmong' in button ? button.chatAmong : [button.chatWith], chatHost);
  return { type: 'Action.OpenUrl', url, ...face };
}

/**
 * An action that is answered by a message. An Execute would have to be answered at once by a card in place of its own, or
 * by some words, and the words would be said beside the message.
 */
const submit = (face: JsonObject, data: JsonObject): Json => ({
  type: 'Action.Submit',
  ...face,
  data,
  associatedInputs: 'none',
  msteams: { feedback: { hide: true } },
});

/** An action that tells the bot something, with the older form for clients that lack it; both say the same. */
export function execute(face: JsonObject, verb: string, data: JsonObject, inputs: JsonObject = {}): Json {
  const said = { ...face, data, ...inputs };
  return { type: 'Action.Execute', verb, ...said, fallback: { type: 'Action.Submit', ...said } };
}

/**
 * An action that asks for a form in a dialog; `behind` tells what it stands on. Clients without dialogs send it as a press
 * like any other, and get the form in the card's place.
 */
export function openInDialog(face: JsonObject, token: Token, behind: 'card' | 'form'): Json {
  const data = { msteams: { type: 'task/fetch' }, token: encodeToken(token), behind };
  return { type: 'Action.Submit', ...face, data, associatedInputs: 'none' };
}

function tooltipOf(button: Button): JsonObject {
  const asked = button.confirm === undefined ? '' : ` ${button.confirm.text}`;
  if (button.spoken === undefined && asked === '') return {};
  return { tooltip: shown(`${button.spoken ?? button.label}${asked === '' ? '' : '.'}${asked}`, 200) };
}

type Reached = { readonly channel: string; readonly email?: string };

/** The address that opens the chat with all of them, or a mail to them where one is not in Teams. */
function chatUrl(people: readonly Reached[], chatHost: string): string {
  const emails = people.map(({ email }) => encodeURIComponent(email ?? '').replace('%40', '@')).join(',');
  return people.every(({ channel }) => channel === 'teams')
    ? `https://${chatHost}/l/chat/0/0?users=${emails}`
    : `mailto:${emails}`;
}
