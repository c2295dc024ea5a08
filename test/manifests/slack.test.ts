import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { DateTime } from 'luxon';
import { parse } from 'yaml';
import { z } from 'zod';
import { readShortcut } from '../../src/channels/slack/read-shortcut';
import { slackScopes } from '../../src/channels/slack/scopes';

const root = join(__dirname, '..', '..');
const schemaPath = join(root, '..', 'shared', 'schemas', 'slack-app-manifest.schema.json');
const source = readFileSync(join(root, 'manifests', 'slack.yaml'), 'utf8');
const written: unknown = parse(source);

/** The parts of the manifest that we make promises about. */
const manifest = z
  .object({
    display_information: z.object({
      name: z.string().max(35),
      description: z.string().max(140),
      long_description: z.string().min(175).max(4000),
    }),
    features: z.object({
      bot_user: z.object({ display_name: z.string().max(80) }),
      slash_commands: z.tuple([
        z.object({
          command: z.literal('/mentor'),
          url: z.string(),
          description: z.string().max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.literal(true),
        }),
      ]),
      shortcuts: z.array(
        z.object({
          name: z.string().max(24),
          type: z.enum(['global', 'message']),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      ),
    }),
    oauth_config: z.object({
      redirect_urls: z.array(z.string()),
      scopes: z.strictObject({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
    }),
    settings: z.object({
      event_subscriptions: z.object({ request_url: z.string(), bot_events: z.array(z.string()) }),
      interactivity: z.object({
        is_enabled: z.literal(true),
        request_url: z.string(),
        message_menu_options_url: z.string(),
      }),
    }),
  })
  .parse(written);

const needed = ['commands', 'chat:write', 'im:write', 'users:read', 'app_mentions:read'];
const optional = ['users:read.email', 'im:history', 'files:write'];
const events = ['app_home_opened', 'app_mention', 'message.im', 'app_uninstalled', 'tokens_revoked', 'user_change'];

/** The scope that each event needs; the others come to every app. */
const scopeOfEvent: Record<string, string> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  user_change: 'users:read',
};
/** The scope that each call of ours needs; windows and the Home tab need none. */
const scopeOfCall: Record<string, string | undefined> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.open': 'im:write',
  'conversations.history': 'im:history',
  'views.open': undefined,
  'views.update': undefined,
  'views.publish': undefined,
  'users.info': 'users:read',
  'auth.test': undefined,
  'auth.teams.list': undefined,
};
/** What each scope is there for: a call, an event, or what the manifest switches on; and what waits for its feature. */
const useOfScope: Record<string, { call: string } | { event: string } | { feature: string } | { coming: string }> = {
  commands: { feature: 'slash_commands' },
  'chat:write': { call: 'chat.postMessage' },
  'im:write': { call: 'chat.postMessage' },
  'users:read': { event: 'user_change' },
  'app_mentions:read': { event: 'app_mention' },
  'users:read.email': { coming: 'recognizing a colleague by the work address' },
  'im:history': { event: 'message.im' },
  'files:write': { coming: 'reports as files' },
};
/** How Slack's name of an event is spelled in the code that reads it. */
const readAs: Record<string, string> = { 'message.im': 'message' };

describe('the Slack app manifest', () => {
  if (existsSync(schemaPath)) {
    it("passes Slack's own schema", () => {
      const ajv = new Ajv({ strict: false, allErrors: true });
      addFormats(ajv);
      const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')));
      validate(written);
      expect(validate.errors ?? []).toEqual([]);
      expect(validate({ ...manifest, surprise: true, display_information: { name: 'x'.repeat(36) } })).toBe(false);
    });
  } else {
    it.skip("passes Slack's own schema (../shared/schemas is not at hand)", () => undefined);
  }

  it('asks for exactly the scopes that something needs', () => {
    const { bot, bot_optional } = manifest.oauth_config.scopes;
    expect(slackScopes).toEqual({ needed, optional });
    expect([...bot].sort()).toEqual([...needed, ...optional].sort());
    expect([...bot_optional].sort()).toEqual([...optional].sort());
  });

  it('gives a reason for every scope and every event', () => {
    for (const name of [...needed, ...optional, ...events.filter((event) => event !== 'tokens_revoked')]) {
      expect(source).toMatch(new RegExp(`#[^\\n]*\\n\\s*- ${name.replace('.', '\\.')}\\n`));
    }
  });

  it('hears exactly the events that we read, each with its scope', () => {
    const { bot_events } = manifest.settings.event_subscriptions;
    expect([...bot_events].sort()).toEqual([...events].sort());
    for (const event of bot_events) {
      const scope = scopeOfEvent[event];
      if (scope !== undefined) expect(manifest.oauth_config.scopes.bot).toContain(scope);
    }
  });

  const folder = join(root, 'src', 'channels', 'slack');
  const code = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const called = [...code.matchAll(/client\.(\w+(?:\.\w+)+)\(/g)].map((match) => match[1] ?? '');

  it('covers every call that the channel makes', () => {
    expect([...new Set(called)].sort()).toEqual(Object.keys(scopeOfCall).sort());
    for (const method of called) {
      const scope = scopeOfCall[method];
      if (scope !== undefined) expect(manifest.oauth_config.scopes.bot).toContain(scope);
    }
  });

  it('has a use for every scope; what waits for its feature may be refused', () => {
    expect(Object.keys(useOfScope).sort()).toEqual([...manifest.oauth_config.scopes.bot].sort());
    for (const [scope, use] of Object.entries(useOfScope)) {
      if ('call' in use) expect(called).toContain(use.call);
      if ('event' in use) expect(manifest.settings.event_subscriptions.bot_events).toContain(use.event);
      if ('feature' in use) expect(Object.keys(manifest.features)).toContain(use.feature);
      if ('coming' in use) expect(manifest.oauth_config.scopes.bot_optional).toContain(scope);
    }
  });

  it('has a reader for every event', () => {
    const reader = readFileSync(join(folder, 'read-event.ts'), 'utf8');
    for (const event of manifest.settings.event_subscriptions.bot_events)
      expect(reader).toContain(`case '${readAs[event] ?? event}':`);
  });

  it('offers the two shortcuts that the channel reads, verbs first', () => {
    const { shortcuts } = manifest.features;
    const at = DateTime.fromISO('2026-11-18T10:00:00Z');
    expect(shortcuts.map(({ type }) => type)).toEqual(['global', 'message']);
    for (const { name, type, callback_id } of shortcuts) {
      expect(name).toMatch(/^Find /);
      const body = {
        type: type === 'global' ? 'shortcut' : 'message_action',
        callback_id,
        trigger_id: '1.2',
        user: { id: 'U1' },
        team: { id: 'T1' },
        message: { text: 'excel' },
      };
      expect(readShortcut(body, at)?.inbound).toMatchObject({ kind: 'message', place: 'private' });
    }
  });

  it('sends everything to one address', () => {
    const { features, settings } = manifest;
    const addresses = [
      features.slash_commands[0].url,
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      settings.interactivity.message_menu_options_url,
    ];
    expect(new Set(addresses)).toEqual(new Set(['https://mentor.example.gov/slack/events']));
  });
});
