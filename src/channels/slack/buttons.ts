import type { types } from '@slack/bolt';
import { type Button, encodeToken } from '../../chat';
import { limits } from './limits';
import { elementsOf, isLink, linesOf, plain, plainText, richBlock, section } from './rich';

/** Gives out action ids that are unique in one message or window. */
export type Numbering = { next(word: string): string };
export function numbering(): Numbering {
  let count = 0;
  return { next: (word) => `${word}:${count++}` };
}

type Drawn = { readonly button: types.Button } | { readonly line: types.RichTextElement[] } | undefined;

/** The address that opens the direct message with this user in the reader's own client (also in Slack for government). */
const chatLink = (team: string, user: string): string =>
  `slack://user?team=${encodeURIComponent(team.toWellFormed())}&id=${encodeURIComponent(user.toWellFormed())}`;

const mailLink = (email: string): string => `mailto:${encodeURI(email.toWellFormed())}`;

function dress({ spoken, emphasis, confirm }: Button, drawn: types.Button): types.Button {
  if (spoken !== undefined) drawn.accessibility_label = plainText(spoken, limits.button.spoken).text;
  if (emphasis !== undefined) drawn.style = emphasis === 'main' ? 'primary' : 'danger';
  if (confirm !== undefined) {
    drawn.confirm = {
      title: plainText(confirm.title, limits.confirm.title),
      text: plainText(confirm.text, limits.confirm.text),
      confirm: plainText(confirm.yes, limits.confirm.yes),
      deny: plainText(confirm.no, limits.confirm.no),
      ...(emphasis === 'danger' && { style: 'danger' }),
    };
  }
  return drawn;
}

/**
 * A button, or a line of text where Slack has no button for the act: somebody who is not in Slack is reached by mail,
 * and nothing is drawn when there is no address either.
 */
function draw(button: Button, ids: Numbering): Drawn {
  const text = plainText(button.label, limits.button.text);
  if ('token' in button) {
    const action_id = ids.next(button.token.intent);
    return { button: dress(button, { type: 'button', action_id, text, value: encodeToken(button.token) }) };
  }
  if ('href' in button) {
    if (!isLink(button.href)) return { line: [plain(text.text)] };
    return { button: dress(button, { type: 'button', action_id: ids.next('open'), text, url: button.href }) };
  }
  if ('chatAmong' in button) {
    const all = button.chatAmong.map(({ email }) => email).join(',');
    return { line: elementsOf([`${text.text}: `, { link: all, href: mailLink(all) }]) };
  }
  const { channel, tenant, user, email } = button.chatWith;
  if (channel === 'slack') {
    const url = chatLink(tenant, user);
    if (url.length > limits.button.url) return undefined;
    return { button: dress(button, { type: 'button', action_id: ids.next('chat'), text, url }) };
  }
  if (email === undefined || email === '') return undefined;
  return { line: elementsOf([`${text.text}: `, { link: email, href: mailLink(email) }]) };
}

/** Rows of buttons, and below them the lines of those that Slack cannot draw as buttons. */
export function buttonBlocks(all: readonly Button[], ids: Numbering): types.KnownBlock[] {
  const drawn = all.map((button) => draw(button, ids));
  const elements = drawn.flatMap((each) => (each !== undefined && 'button' in each ? [each.button] : []));
  const lines = drawn.flatMap((each) => (each !== undefined && 'line' in each ? [each.line] : []));
  const rows: types.KnownBlock[] = [];
  for (let from = 0; from < elements.length; from += limits.buttonsPerRow) {
    rows.push({ type: 'actions', elements: elements.slice(from, from + limits.buttonsPerRow) });
  }
  return [...rows, ...richBlock(...section(linesOf(lines)))];
}
