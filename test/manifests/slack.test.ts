import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { z } from 'zod';

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
  'users.info': 'users:read',
  'views.open': undefined,
  'views.update': undefined,
  'views.publish': undefined,
};

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

  it('covers every call that the channel makes', () => {
    const folder = join(root, 'src', 'channels', 'slack');
    const code = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    const called = [...code.matchAll(/client\.(\w+\.\w+)\(/g)].map((match) => match[1] ?? '');
    expect(called.length).toBeGreaterThan(0);
    for (const method of called) {
      expect(Object.keys(scopeOfCall)).toContain(method);
      const scope = scopeOfCall[method];
      if (scope !== undefined) expect(manifest.oauth_config.scopes.bot).toContain(scope);
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
