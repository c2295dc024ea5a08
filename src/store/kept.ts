import { Client, type ClientConfig } from 'pg';

const mark = /^\/\* kept: ([\w-]+) \*\//;

/**
 * A statement that each connection to a server plans once and keeps: for reads so short that to plan them is half of
 * their time. Another text needs another name. Write limits into the text: a plan for an unknown limit is a poor one.
 */
export const kept = (name: string, text: string): string => `/* kept: ${name} */ ${text}`;

/** A connection that keeps the plans of marked statements. The embedded database must not: its one session outlives its clients. */
export class KeepingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    Object.defineProperty(this, 'query', {
      value: (query: unknown, values: unknown, done: unknown) => {
        const [, name] = (typeof query === 'string' && mark.exec(query)) || [];
        const asked = name === undefined ? [query, values, done] : [{ name, text: query, values }, undefined, done];
        return Reflect.apply(Client.prototype.query, this, asked);
      },
    });
  }
}
