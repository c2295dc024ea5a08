import { useCallback, useEffect, useState } from 'react';
import { api, type Clock, inWords } from './api';
import { useEvents } from './events';
import { longTime, nextMondayNine } from './times';

const steps = [
  { label: '+1 hour', by: 'PT1H' },
  { label: '+1 day', by: 'P1D' },
  { label: '+3 days', by: 'P3D' },
  { label: '+1 week', by: 'P7D' },
] as const;

/** How many messages have been sent so far, as far as the ledger tells. */
const sentSoFar = async (): Promise<number> => (await api.explain()).filter((row) => row.message === 'sent').length;

const sentWords = (count: number): string => {
  if (count === 0) return 'Nothing was due on the way.';
  return count === 1 ? 'One message was sent on the way.' : `${count} messages were sent on the way.`;
};

/** The demo's own time, as read from the server. */
export function useClock(): { clock: Clock | undefined; setClock: (clock: Clock) => void } {
  const [clock, setClock] = useState<Clock>();
  const load = useCallback(() => {
    api.clock().then(setClock, () => undefined);
  }, []);
  useEffect(() => {
    load();
    const every = setInterval(load, 20_000);
    return () => clearInterval(every);
  }, [load]);
  useEvents('clock', undefined, load);
  return { clock, setClock };
}

type Shown = {
  readonly clock: Clock | undefined;
  readonly set: (clock: Clock) => void;
  readonly toast: (says: string) => void;
};

/** Shows the demo's time and moves it on; what falls due on the way happens, and is counted. */
export function ClockBar({ clock, set, toast }: Shown) {
  const [moving, setMoving] = useState(false);
  const [said, setSaid] = useState('');

  const move = async (by: { by: string } | { to: string }): Promise<void> => {
    setMoving(true);
    setSaid('Moving the clock …');
    try {
      const before = await sentSoFar();
      set(await api.moveClock(by));
      setSaid(sentWords((await sentSoFar()) - before));
    } catch (error) {
      setSaid('');
      toast(inWords(error));
    }
    setMoving(false);
  };

  return (
    <section className="clock" aria-label="The clock of this demo">
      <div className="now">
        <time>{clock ? longTime(clock.now) : 'Reading the clock'}</time>
        <small role="status">{said || clock?.zone}</small>
      </div>
      <div className="steps">
        {steps.map(({ label, by }) => (
          <button key={by} type="button" disabled={moving || !clock} onClick={() => move({ by })}>
            {label}
          </button>
        ))}
        <button
          type="button"
          disabled={moving || !clock}
          onClick={() => clock && move({ to: nextMondayNine(clock.now) })}
        >
          Next Monday 9:00
        </button>
      </div>
    </section>
  );
}
