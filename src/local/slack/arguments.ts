import type { Request } from 'express';
import { isRecord, type Json, parsed } from '../json';

const asJson = new Set(['blocks', 'view', 'metadata', 'attachments']);

/** The arguments of a call, from a form or a JSON body; what a form carries as JSON text is unpacked. */
export function argumentsOf(request: Request): Json {
  const body: unknown = request.body;
  if (!isRecord(body)) return {};
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      asJson.has(name) && typeof value === 'string' ? (parsed(value) ?? value) : value,
    ]),
  );
}

/** The token of a call: the bearer, or the argument `token`. */
export function tokenOf(request: Request, args: Json): string | undefined {
  const bearer = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
  return bearer ?? (typeof args.token === 'string' ? args.token : undefined);
}
