import { useCallback, useEffect, useState } from 'react';
import { api, type FaultOrder, type FaultsOnOrder, inWords } from './api';
import { Drawer } from './Drawer';

const common: readonly { readonly name: string; readonly says: string; readonly order: FaultOrder }[] = [
  {
    name: 'Slack is busy',
    says: 'It answers the next two messages with “wait one second”.',
    order: { platform: 'slack', method: 'chat.postMessage', effect: 'answer', status: 429, retryAfter: 1, times: 2 },
  },
  {
    name: 'Teams is down',
    says: 'It answers the next message with an error, so nobody knows whether it arrived.',
    order: { platform: 'teams', method: 'send', effect: 'answer', status: 502, times: 4 },
  },
  {
    name: 'Slack loses the answer',
    says: 'It takes the next message, and the connection breaks before it says so.',
    order: { platform: 'slack', method: 'chat.postMessage', effect: 'drop' },
  },
  {
    name: 'Teams is slow',
    says: 'The next message takes four seconds.',
    order: { platform: 'teams', method: 'send', effect: 'slow', ms: 4000 },
  },
  {
    name: 'Slack refuses a person',
    says: 'It says that the account is gone: the bot must try another way.',
    order: { platform: 'slack', method: 'chat.postMessage', effect: 'error', error: 'account_inactive' },
  },
  {
    name: 'Somebody in Teams blocks the bot',
    says: 'The next message to Teams is refused.',
    order: { platform: 'teams', method: 'send', effect: 'blocked' },
  },
];

const onOrder = (faults: FaultsOnOrder | undefined): number =>
  faults === undefined ? 0 : faults.slack.length + faults.teams.length;

/** Troubles of the two platforms that one can switch on, to see that nothing is lost. */
export function Faults({ close, toast }: { close: () => void; toast: (says: string) => void }) {
  const [faults, setFaults] = useState<FaultsOnOrder>();
  const during = useCallback(
    (what: Promise<FaultsOnOrder>): void => void what.then(setFaults, (error: unknown) => toast(inWords(error))),
    [toast],
  );
  useEffect(() => {
    during(api.faults());
    const every = setInterval(() => during(api.faults()), 2000);
    return () => clearInterval(every);
  }, [during]);
  const waiting = onOrder(faults);
  return (
    <Drawer title="Break something" close={close}>
      <p className="lead">
        Switch on a trouble, then use the bot. Each strikes once; “What was sent” shows what became of the messages.
      </p>
      <ul className="faults">
        {common.map(({ name, says, order }) => (
          <li key={name}>
            <div>
              <strong>{name}</strong>
              <p>{says}</p>
            </div>
            <button type="button" aria-label={`Switch on: ${name}`} onClick={() => during(api.order(order))}>
              Switch on
            </button>
          </li>
        ))}
      </ul>
      <p className="row end" aria-live="polite">
        <span>
          {waiting === 0 ? 'No trouble is on.' : `${waiting} ${waiting === 1 ? 'trouble is' : 'troubles are'} on.`}
        </span>
        <button type="button" disabled={waiting === 0} onClick={() => during(api.clearFaults())}>
          Switch all off
        </button>
      </p>
    </Drawer>
  );
}
