import { createConnection, createServer, type Server, type Socket } from 'node:net';

/** A wire to the database that can be cut, held silent, and mended. */
export type Wire = {
  readonly url: string;
  /** Breaks all connections, and every new one as soon as it comes. */
  cut(): void;
  /** Takes connections and says nothing, and lets the ones there are fall silent. */
  silence(): void;
  mend(): void;
  close(): Promise<void>;
};

/** Opens a wire to the database of this address; the wire's own address has another port. */
export async function openWire(to: string): Promise<Wire> {
  const target = new URL(to);
  const sockets = new Set<Socket>();
  let state: 'open' | 'cut' | 'silent' = 'open';
  const remember = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const server: Server = createServer((near) => {
    remember(near);
    if (state === 'cut') return void near.destroy();
    const far = createConnection({ host: target.hostname, port: Number(target.port) });
    remember(far);
    near.on('data', (data) => void (state === 'open' && far.write(data)));
    far.on('data', (data) => void (state === 'open' && near.write(data)));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const own = new URL(to);
  own.port = String(typeof address === 'object' && address !== null ? address.port : 0);
  const breakAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: own.toString(),
    cut() {
      state = 'cut';
      breakAll();
    },
    silence() {
      state = 'silent';
    },
    mend() {
      if (state === 'silent') breakAll();
      state = 'open';
    },
    close() {
      breakAll();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
