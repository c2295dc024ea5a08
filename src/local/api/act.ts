import { type Request, type Response, Router } from 'express';
import type { Handed, Unsent } from '../handed';
import type { People } from '../people';
import type { SlackStandIn } from '../slack/standIn';
import { directOf } from '../slack/world';
import type { Opened } from '../teams/acts';
import type { TeamsStandIn } from '../teams/standIn';
import { accountIn } from './accounts';
import * as bodies from './bodies';
import { Problem, read } from './problem';

export type Actors = { readonly people: People; readonly slack: SlackStandIn; readonly teams: TeamsStandIn };

/** Tells the page what became of an act: done, a link to open, refused by the client (422), or lost on the way (502). */
function tell(response: Response, done: Handed | Unsent | Opened): void {
  if ('unsent' in done) throw new Problem(422, done.says, done.fields);
  if (!done.ok) throw new Problem(502, done.says);
  response.json({ ok: true, ...('opens' in done && { opens: done.opens }) });
}

const withoutCommand = (text: string, command: string): string =>
  text.trim().startsWith(command) ? text.trim().slice(command.length).trim() : text.trim();

/** What a person can do: say, click, submit, close, search, open the Home tab, install the bot. */
export function actRouter({ people, slack, teams }: Actors): Router {
  const router = Router();

  router.post('/say', async (request: Request, response: Response) => {
    const { person, channel, as, thread, text } = read(bodies.say, request.body);
    const user = await accountIn(people, person, channel);
    if (channel === 'teams') {
      const said = as === 'mention' ? teams.groupMessage(user, text) : teams.message(user, text);
      return tell(response, await said);
    }
    if (thread !== undefined) return tell(response, await slack.reply(user, thread, text));
    if (as === 'command')
      return tell(response, await slack.slashCommand(user, withoutCommand(text, slack.setting.command)));
    return tell(response, await (as === 'mention' ? slack.mention(user, text) : slack.message(user, text)));
  });

  router.post('/click', async (request: Request, response: Response) => {
    const { person, channel, message, action, block, value, values, fallback } = read(bodies.click, request.body);
    const user = await accountIn(people, person, channel);
    if (channel === 'teams') {
      const pressed = fallback ? teams.submitFallback : teams.execute;
      return tell(response, await pressed(user, message, action, values));
    }
    const found = slack.seenBy(user).find((one) => one.ts === message);
    const place =
      message === 'modal' || message === 'home' ? message : { channel: found?.channel ?? directOf(user), ts: message };
    const click = {
      action: String(action),
      entered: values,
      ...(block !== undefined && { block }),
      ...(value !== undefined && { value }),
    };
    return tell(response, await slack.click(user, place, click));
  });

  router.post('/submit', async (request: Request, response: Response) => {
    const { person, values } = read(bodies.submit, request.body);
    const user = await accountIn(people, person, 'slack');
    const modal = slack.modalOf(user);
    if (!modal) throw new Problem(409, 'No form is open.');
    tell(response, await slack.submitView(user, modal.id, values));
  });

  router.post('/close', async (request: Request, response: Response) => {
    const { person, channel = 'slack' } = read(bodies.personOnly, request.body);
    const user = await accountIn(people, person, channel);
    tell(response, await (channel === 'teams' ? teams.closeDialog(user) : slack.closeView(user)));
  });

  router.post('/search', async (request: Request, response: Response) => {
    const { person, channel, message, block, text } = read(bodies.search, request.body);
    const user = await accountIn(people, person, channel);
    const found = channel === 'slack' ? slack.suggest(user, block, text) : teams.search(user, message, block, text);
    response.json({ options: await found });
  });

  router.post('/home', async (request: Request, response: Response) => {
    const { person } = read(bodies.personOnly, request.body);
    tell(response, await slack.openHome(await accountIn(people, person, 'slack')));
  });

  router.post('/install', async (request: Request, response: Response) => {
    const { person } = read(bodies.personOnly, request.body);
    tell(response, await teams.install(await accountIn(people, person, 'teams')));
  });

  return router;
}
