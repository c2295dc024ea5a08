import { useCallback, useEffect, useState } from 'react';
import { api, type LedgerRow } from './api';
import { Drawer } from './Drawer';
import { useAnyEvent } from './events';
import { howItStands, whyTold } from './ledgerWords';
import { shortTimeIn } from './times';

const channelNames = { slack: 'Slack', teams: 'Teams' } as const;

/** What was told to whom and why, what waits, and what could not be delivered. */
export function Ledger({ zone, close }: { zone: string; close: () => void }) {
  const [rows, setRows] = useState<readonly LedgerRow[]>();
  const load = useCallback(() => {
    api.explain().then(setRows, () => undefined);
  }, []);
  useEffect(load, [load]);
  useAnyEvent(load);

  return (
    <Drawer title="What was sent" close={close}>
      <p className="lead">
        Everything the bot tells somebody is written down first: to whom, why, and what became of it.
      </p>
      {rows?.length === 0 && <p className="empty">Nothing was told yet. Ask for a mentor, and look here again.</p>}
      {rows !== undefined && rows.length > 0 && (
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">To</th>
              <th scope="col">Why</th>
              <th scope="col">How it stands</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { sign, words } = howItStands(row);
              return (
                <tr key={row.id}>
                  <td>{shortTimeIn(row.sentAt ?? row.at, zone)}</td>
                  <td>
                    {row.to}
                    {row.channel && <small>in {channelNames[row.channel]}</small>}
                  </td>
                  <td>{whyTold(row)}</td>
                  <td>
                    <span className={`sign ${sign === '!' ? 'bad' : ''}`} aria-hidden="true">
                      {sign}
                    </span>
                    {words}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Drawer>
  );
}
