import type { Request, Response } from 'express';
import type { Platform } from '../calls';

/** `user` is the account whose client changed; missing: any may have. */
type LocalEvent = { readonly channel: Platform | 'clock'; readonly user?: string };
export type Events = {
  readonly tell: (event: LocalEvent) => void;
  /** Answers with a stream of server-sent events that ends when the page goes or the workspace closes. */
  readonly stream: (request: Request, response: Response) => void;
  readonly close: () => void;
};

export function createEvents(): Events {
  const open = new Set<Response>();
  return {
    tell: (event) => {
      for (const response of open) response.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    stream: (request, response) => {
      response.status(200).set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(': hello\n\n');
      open.add(response);
      request.on('close', () => open.delete(response));
    },
    close: () => {
      for (const response of open) response.end();
      open.clear();
    },
  };
}
