import { z } from 'zod';
import { isObject } from './json';

const id = z.string().min(1).max(2000);
const account = z.looseObject({
  id,
  aadObjectId: z.string().max(200).optional(),
  userRole: z.string().max(60).optional(),
  name: z.string().nullish(),
});

const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.optional(),
  name: z.string().max(200).nullish(),
  action: z.string().max(60).nullish(),
  timestamp: z.string().max(60).nullish(),
  serviceUrl: z.string().min(1).max(500),
  channelId: z.literal('msteams'),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id,
    conversationType: z.string().max(60).nullish(),
    tenantId: z.string().max(200).nullish(),
  }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string().max(200) }).nullish() }).nullish(),
  text: z.string().nullish(),
  locale: z.string().max(60).nullish(),
  localTimezone: z.string().max(100).nullish(),
  entities: z.array(z.unknown()).max(500).nullish(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).nullish(),
  replyToId: z.string().max(2000).nullish(),
  value: z.unknown().optional(),
});

/** What Teams sends, as far as we read it. */
export type WireActivity = z.infer<typeof activitySchema>;

const mostDepth = 40;

/** The body of a request as an activity; undefined when it is none, is nested too deep, or tries to reach prototypes. */
export function activityOf(body: unknown): WireActivity | undefined {
  if (!isObject(body) || !isShallow(body)) return undefined;
  return activitySchema.safeParse(body).data;
}

/** Walks without recursion, as what is asked is whether recursion would be safe. */
function isShallow(body: unknown): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostDepth) return false;
    const next: unknown[] = [];
    for (const node of level) {
      if (typeof node !== 'object' || node === null) continue;
      if (Object.hasOwn(node, '__proto__')) return false;
      for (const child of Object.values(node)) if (typeof child === 'object') next.push(child);
    }
    level = next;
  }
  return true;
}
