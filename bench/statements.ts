import { Client } from 'pg';

/** One statement as it went over the wire. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };
/** The statements of one transaction, from its start to its commit, both included. */
export type Transaction = readonly Statement[];

const textOf = (query: unknown): string =>
  typeof query === 'string'
    ? query
    : typeof query === 'object' && query !== null && 'text' in query
      ? String(query.text)
      : '';
const valuesOf = (query: unknown, values: unknown): readonly unknown[] => {
  if (Array.isArray(values)) return values;
  if (typeof query === 'object' && query !== null && 'values' in query && Array.isArray(query.values))
    return query.values;
  return [];
};

const isTenants = (transaction: Transaction): boolean =>
  transaction.some(({ text }) => text.includes('mentor.organization'));

/** Listens to every connection of this process until the returned function is called, which gives what was heard. */
export function listenToStatements(): () => readonly Transaction[] {
  const spoken = new Map<unknown, Statement[]>();
  const done: Transaction[] = [];
  const original = Client.prototype.query;
  const hear = (client: unknown, query: unknown, values: unknown): void => {
    const statement = { text: textOf(query), values: valuesOf(query, values) };
    if (/^start transaction/i.test(statement.text)) spoken.set(client, []);
    spoken.get(client)?.push(statement);
    if (!/^commit/i.test(statement.text)) return;
    done.push(spoken.get(client) ?? []);
    spoken.delete(client);
  };
  Client.prototype.query = new Proxy(original, {
    apply(target, client, args: unknown[]) {
      hear(client, args[0], args[1]);
      return Reflect.apply(target, client, args);
    },
  });
  return () => {
    Client.prototype.query = original;
    return done.filter(isTenants);
  };
}
