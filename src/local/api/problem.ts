import type { NextFunction, Request, Response } from 'express';
import type { z } from 'zod';

/** A request that cannot be served: its status, a sentence, and sentences by field where a form was filled in. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly fields?: Readonly<Record<string, string>>,
  ) {
    super(message);
  }
}

const sentence = (issue: z.core.$ZodIssue): string =>
  `${issue.path.length > 0 ? `"${issue.path.join('.')}": ` : ''}${issue.message}`;

/** Reads a body or query, or complains about everything that is wrong with it. */
export function read<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const result = schema.safeParse(given ?? {});
  if (result.success) return result.data;
  throw new Problem(400, `This request cannot be read. ${result.error.issues.map(sentence).join('; ')}.`);
}

const isBadJson = (error: unknown): boolean =>
  error instanceof Error &&
  'type' in error &&
  (error.type === 'entity.parse.failed' || error.type === 'entity.too.large');

/** Answers every fault under /local/api with JSON that says what went wrong. */
export function complain(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  if (error instanceof Problem) {
    response.status(error.status).json({ error: error.message, ...(error.fields && { fields: error.fields }) });
    return;
  }
  if (isBadJson(error)) {
    response.status(400).json({ error: 'The body is no JSON that can be read, or it is too long.' });
    return;
  }
  const why = error instanceof Error ? error.message : String(error);
  response.status(500).json({ error: `Something went wrong in the local workspace: ${why}` });
}
