import { useCallback, useEffect, useId, useState } from 'react';
import { api, type Channel, type FaultOrder, type Faults, type Person } from './api';
import { Drawer } from './Drawer';
import { useAnyEvent } from './events';
import { faultWords, presets } from './faultWords';

type Shown = {
  readonly people: readonly Person[];
  readonly toast: (says: string) => void;
  readonly close: () => void;
};

const always = 1_000_000;
const placeOf = (person: Person): Channel => (person.teamsUser === undefined ? 'slack' : 'teams');

/** Lets the two platforms go wrong, to see what becomes of the messages then. */
export function FaultsDrawer({ people, toast, close }: Shown) {
  const id = useId();
  const [faults, setFaults] = useState<Faults>();
  const [blocker, setBlocker] = useState<string>();
  const load = useCallback(() => {
    api.faults().then(setFaults, () => undefined);
  }, []);
  useEffect(() => {
    load();
    const every = setInterval(load, 2000);
    return () => clearInterval(every);
  }, [load]);
  useAnyEvent(load);

  const during = (what: Promise<Faults>): void => {
    what.then(setFaults, (error: unknown) => toast(error instanceof Error ? error.message : 'That did not work.'));
  };
  const on = (['slack', 'teams'] as const).flatMap((platform) =>
    (faults?.[platform] ?? []).map((order: FaultOrder) => faultWords(platform, order)),
  );
  const person = people.find((one) => one.id === blocker) ?? people.find((one) => one.name === 'Joan Ek') ?? people[0];
  const block = (): void => {
    if (!person) return;
    const platform = placeOf(person);
    const method = platform === 'slack' ? 'chat.postMessage' : 'send';
    during(api.orderFault({ platform, method, effect: 'blocked', times: always, person: person.id }));
  };

  return (
    <Drawer title="Faults" about="Let a platform go wrong, then ask for a mentor and watch the ledger." close={close}>
      <div className="scroll faults">
        <section className="on" aria-live="polite" aria-label="What is on">
          {on.length === 0 ? (
            <p className="empty">Nothing is on. Both platforms work.</p>
          ) : (
            <>
              <ul>
                {on.map((words, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may be on twice; rows have no state
                  <li key={`${words}${index}`} className="state wait">
                    {words}
                  </li>
                ))}
              </ul>
              <button type="button" className="main" onClick={() => during(api.withdrawFaults())}>
                Withdraw all
              </button>
            </>
          )}
        </section>
        <ul className="presets">
          {presets.map(({ title, shows, order }) => (
            <li key={title}>
              <h3>{title}</h3>
              <p>{shows}</p>
              <button type="button" aria-label={`Switch on: ${title}`} onClick={() => during(api.orderFault(order))}>
                Switch on
              </button>
            </li>
          ))}
          <li>
            <h3>
              <label htmlFor={id}>Somebody has blocked the bot</label>
            </h3>
            <select id={id} value={person?.id ?? ''} onChange={(event) => setBlocker(event.target.value)}>
              {people.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name} in {placeOf(one) === 'slack' ? 'Slack' : 'Teams'}
                </option>
              ))}
            </select>
            <button type="button" aria-label="Switch on: Somebody has blocked the bot" onClick={block}>
              Switch on
            </button>
          </li>
        </ul>
      </div>
    </Drawer>
  );
}
