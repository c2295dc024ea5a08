import { useCallback, useEffect, useState } from 'react';
import { api, type Clock } from './api';
import { useEvents } from './events';
import { Icon } from './icons';
import { longTime, nextMondayNine } from './times';
import { countedMessages, sentBetween } from './told';

const steps = [
  { label: '+1 hour', by: 'PT1H' },
  { label: '+1 day', by: 'P1D' },
  { label: '+3 days', by: 'P3D' },
  { label: '+1 week', by: 'P7D' },
] as const;

export function ClockBar({ toast }: { toast: (says: string) => void }) {
  const [clock, setClock] = useState<Clock>();
  const [says, setSays] = useState('');
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
    setSays('Time passes');
    try {
      const before = await api.clock();
      const after = await api.moveClock(by);
      setClock(after);
      const sent = sentBetween(await api.explain(), before.now, after.now);
      setSays(`${countedMessages(sent)} went out on the way.`);
    } catch (error) {
      setSays('');
      toast(error instanceof Error ? error.message : 'The clock could not be moved.');
    }
    setMoving(false);
  };

  return (
    <section className="clock" aria-label="The clock of this demo">
      <div className="now">
        <time dateTime={clock?.now} title={clock?.zone}>
          <Icon name="clock" />
          <strong>{clock ? longTime(clock.now) : 'Reading the clock'}</strong>
        </time>
        <output>{says}</output>
      </div>
      <div className="steps">
        {steps.map(({ label, by }) => (
          <button key={by} data-by={by} type="button" disabled={moving || !clock} onClick={() => move({ by })}>
            {label}
          </button>
        ))}
        <button
          type="button"
          disabled={moving || !clock}
          onClick={() => clock && move({ to: nextMondayNine(clock.now) })}
        >
          Monday 9:00
        </button>
      </div>
    </section>
  );
}
