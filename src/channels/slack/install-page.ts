import type { ServerResponse } from 'node:http';
import { cleanText } from '../../chat';

/** What the person who installs is told, in her browser. */
export type InstallPage = { readonly status: number; readonly title: string; readonly text: readonly string[] };

const page = (status: number, title: string, ...text: readonly string[]): InstallPage => ({ status, title, text });

const again = 'Start again from the install link.';

/** Every page of the installation. Sentences say what to do next, and never repeat a secret or a code. */
export const installPages = {
  done: page(
    200,
    'Mentor Exchange is installed',
    'You can close this page. Go back to Slack and type /mentor in any channel to see that it answers.',
  ),
  canceled: page(200, 'Nothing was installed', `You canceled in Slack, and nothing was changed. ${again}`),
  stale: page(
    400,
    'This installation took too long, or began elsewhere',
    `An installation is good for ten minutes, and only in the browser in which it began. Nothing was changed. ${again}`,
    'If this happens every time, the browser does not send back what the install page gave it: the address in its bar must be the one in PUBLIC_URL, from the first page to this one.',
  ),
  linkOld: page(
    400,
    'This install link cannot be used any more',
    'Install links are good for seven days. Ask whoever runs Mentor Exchange for a new one; it is printed by: npm run mentor -- install-link',
  ),
  linkNeeded: page(
    403,
    'This workspace needs an install link',
    'Several organizations use this Mentor Exchange, and nothing says yet to which of them this workspace belongs. Ask whoever runs it for an install link; it is printed by: npm run mentor -- install-link',
  ),
  notSetUp: page(
    503,
    'There is no organization yet',
    'Set one up first with: npm run mentor -- setup. Then start again from the install link.',
  ),
  taken: page(
    409,
    'This workspace belongs to another organization',
    'It is already installed for another organization of this Mentor Exchange, and a workspace belongs to one only. Nothing was changed. If that is wrong, ask whoever runs Mentor Exchange to give it free; docs/install-slack.md says how.',
  ),
  wrongApp: page(
    500,
    'Slack does not know this app',
    'SLACK_CLIENT_ID and SLACK_CLIENT_SECRET do not belong together. Copy both anew from Basic Information, App Credentials, then start Mentor Exchange again.',
  ),
  wrongAddress: page(
    500,
    'Slack does not accept the address of this page',
    'The redirect URL under OAuth & Permissions must be PUBLIC_URL followed by /slack/oauth_redirect, letter for letter. Change the one or the other, then start again from the install link.',
  ),
  failed: page(
    502,
    'The installation could not be finished',
    `Slack or the database did not answer as it should; the log says more. Nothing was installed. ${again}`,
  ),
} as const;

/** Adds that this server is reached under another name than the one it was given, where that is so. */
export function withAddressHint(own: InstallPage, host: string | undefined, publicUrl: string): InstallPage {
  const expected = new URL(publicUrl).host;
  if (own.status < 400 || host === undefined || host === expected) return own;
  const seen = cleanText(host).slice(0, 200);
  const hint = `This page was asked for as "${seen}", but PUBLIC_URL says "${expected}". Let the proxy pass the host on as it came (Host, or X-Forwarded-Host), or correct PUBLIC_URL.`;
  return { ...own, text: [...own.text, hint] };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** Writes the page and ends the response. It loads nothing, runs nothing, and is kept nowhere. */
export function sendPage(response: ServerResponse, { status, title, text }: InstallPage): void {
  const body = text.map((sentence) => `<p>${escaped(sentence)}</p>`).join('\n');
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  );
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.end(`<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem;color:#1d2b33}h1{font-size:1.4rem}
@media (prefers-color-scheme:dark){body{background:#14202a;color:#e6eef2}}</style>
<main><h1>${escaped(title)}</h1>
${body}
</main></html>
`);
}
