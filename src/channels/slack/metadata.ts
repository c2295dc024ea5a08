import { z } from 'zod';
import { decodeToken, encodeToken, type Field, type Form, type Token } from '../../chat';
import { limits } from './limits';

/** The message whose button opened a form, and the thread that it stands in. */
export type Opener = { readonly channel: string; readonly ts: string; readonly thread?: string };

/** What a window carries about itself: what it stands for, who opened it, and what its search fields ask for. */
export type Metadata = {
  readonly token: Token;
  readonly on?: Opener;
  readonly searches: Readonly<Record<string, Token>>;
};

const text = z.string().min(1);
const wireSchema = z.strictObject({
  v: z.literal(1),
  token: text,
  on: z.strictObject({ channel: text.max(120), ts: text.max(60), thread: text.max(60).exactOptional() }).optional(),
  searches: z.record(z.string().max(100), text).optional(),
});

const isSearch = (field: Field): field is Extract<Field, { readonly search: Token }> => 'search' in field;

/** The `private_metadata` of a form. Refuses (RangeError) what Slack could not carry. */
export function writeMetadata(form: Form, on: Opener | undefined): string {
  const searches = form.fields.filter(isSearch).map((field) => [field.id, encodeToken(field.search)] as const);
  const written = JSON.stringify({
    v: 1,
    token: encodeToken(form.token),
    ...(on !== undefined && { on }),
    ...(searches.length > 0 && { searches: Object.fromEntries(searches) }),
  });
  if (written.length > limits.view.metadata)
    throw new RangeError(`The form ${form.name} carries more than a window can hold.`);
  return written;
}

/** Reads what `writeMetadata` wrote; undefined for anything else. */
export function readMetadata(written: string): Metadata | undefined {
  try {
    const wire = wireSchema.safeParse(JSON.parse(written)).data;
    const token = decodeToken(wire?.token);
    if (wire === undefined || token === undefined) return undefined;
    const searches = Object.entries(wire.searches ?? {}).flatMap(([id, encoded]) => {
      const search = decodeToken(encoded);
      return search === undefined ? [] : [[id, search] as const];
    });
    return { token, searches: Object.fromEntries(searches), ...(wire.on !== undefined && { on: wire.on }) };
  } catch {
    return undefined;
  }
}
