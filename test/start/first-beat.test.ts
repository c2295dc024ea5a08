import { onServer } from '../databases';
import { quietEngine } from './quiet-engine';

onServer('a start after a long time down', () => {
  it('does not wait for all that is to be caught up with, and is known to be at work meanwhile', async () => {
    let caughtUp = (): void => undefined;
    const catchingUp = new Promise<void>((resolve) => (caughtUp = resolve));
    const { engine, close } = await quietEngine({ chores: [() => catchingUp] });
    await engine.start();
    expect([engine.heartbeat.lastBeat(), engine.lastLook()]).toEqual([expect.any(Date), expect.any(Date)]);
    caughtUp();
    await engine.stop();
    await close();
  });
});
