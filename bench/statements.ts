import { Client } from 'pg';

/** One statement as it went over the wire; `name` where the connection keeps its plan. */
export type Statement = { readonly text: string; readonly values: readonly unknown[]; readonly name?: string };
/** The statements of one transaction, from its start to its commit, both included. */
export type Transaction = readonly Statement[];

const isConfig = (query: unknown): query is { text: string; name?: string; values?: unknown } =>
  typeof query === 'object' && query !== null && 'text' in query && typeof query.text === 'string';

const listOf = (values: unknown): readonly unknown[] => (Array.isArray(values) ? values : []);

/** What was asked, by a text with its values or by one object that holds both. */
function statementOf(query: unknown, values: unknown): Statement {
  if (!isConfig(query)) return { text: String(query), values: listOf(values) };
  const { text, name } = query;
  return { text, values: listOf(query.values ?? values), ...(name === undefined ? {} : { name }) };
}

const isTenants = (transaction: Transaction): boolean =>
  transaction.some(({ text }) => text.includes('mentor.organization'));

/** Listens to every connection of this process until the returned function is called, which gives what was heard. */
export function listenToStatements(): () => readonly Transaction[] {
  const spoken = new Map<unknown, Statement[]>();
  const done: Transaction[] = [];
  const original = Client.prototype.query;
  const hear = (client: unknown, query: unknown, values: unknown): void => {
    const statement = statementOf(query, values);
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
