import { useCallback, useEffect, useState } from 'react';
import { api, type Clock } from './api';
import { useEvents } from './events';
import { longTime, nextMondayNine } from './times';

const steps = [
  { label: '+1 hour', by: 'PT1H' },
  { label: '+1 day', by: 'P1D' },
  { label: '+3 days', by: 'P3D' },
] as const;

export function ClockBar({ toast }: { toast: (says: string) => void }) {
  const [clock, setClock] = useState<Clock>();
  const [moving, setMoving] = useState(false);
  const load = useCallback(() => {
    api.clock().then(setClock, () => undefined);
  }, []);
  useEffect(() => {
    load();
    const every = setInterval(load, 20_000);
    return () => clearInterval(every);
  }, [load]);
  useEvents('clock', undefined, load);

  const move = async (by: { by: string } | { to: string }): Promise<void> => {
    setMoving(true);
    try {
      setClock(await api.moveClock(by));
    } catch (error) {
      toast(error instanceof Error ? error.message : 'The clock could not be moved.');
    }
    setMoving(false);
  };

  return (
    <section className="clock" aria-label="The clock of this demo">
      <time dateTime={clock?.now} title={clock?.zone}>
        <strong>{clock ? longTime(clock.now) : 'Reading the clock'}</strong>
      </time>
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
