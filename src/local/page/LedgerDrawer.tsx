import { useCallback, useEffect, useState } from 'react';
import { api } from './api';
import { Drawer } from './Drawer';
import { useAnyEvent } from './events';
import { zonedTime } from './times';
import { reasonOf, standing, type Told, whyTold } from './told';

const platforms = { slack: 'Slack', teams: 'Teams' } as const;
const isOpen = (row: Told): boolean => ['wait', 'bad'].includes(standing(row).tone);

function Row({ row, zone }: { row: Told; zone: string }) {
  const { tone, words } = standing(row);
  const reason = reasonOf(row.reason);
  return (
    <tr>
      <td>
        <time dateTime={row.at}>{zonedTime(row.at, zone)}</time>
      </td>
      <td>{row.to}</td>
      <td>{whyTold(row.kind)}</td>
      <td>{row.channel ? platforms[row.channel] : <span className="soft">Not yet</span>}</td>
      <td>
        <span className={`state ${tone}`}>{words}</span>
        {reason && <small>{reason}</small>}
      </td>
    </tr>
  );
}

/** All that people were told or are to be told, newest first, and what became of it. */
export function LedgerDrawer({ close }: { close: () => void }) {
  const [rows, setRows] = useState<readonly Told[]>();
  const [zone, setZone] = useState('UTC');
  const [only, setOnly] = useState(false);
  const load = useCallback(() => {
    api.explain().then(setRows, () => undefined);
  }, []);
  useEffect(() => {
    load();
    api.clock().then(
      (clock) => setZone(clock.zone),
      () => undefined,
    );
  }, [load]);
  useAnyEvent(load);
  const open = (rows ?? []).filter(isOpen);
  const waits = open.length > 0;
  useEffect(() => {
    if (!waits) return undefined;
    const every = setInterval(load, 2000);
    return () => clearInterval(every);
  }, [waits, load]);

  const shown = only ? open : (rows ?? []);
  return (
    <Drawer title="Ledger" about="Who was told what and why, and what still waits or failed." close={close}>
      <div className="row filters">
        <button type="button" aria-pressed={!only} onClick={() => setOnly(false)}>
          All {rows?.length ?? 0}
        </button>
        <button type="button" aria-pressed={only} onClick={() => setOnly(true)}>
          Waiting or failed {open.length}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="scroll" aria-label="Entries of the ledger" tabIndex={0}>
        {shown.length === 0 ? (
          <p className="empty">{only ? 'Nothing waits, and nothing failed.' : 'Nobody was told anything yet.'}</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">To</th>
                <th scope="col">Why</th>
                <th scope="col">Through</th>
                <th scope="col">How it stands</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row has no id of its own and no state to lose
                <Row key={`${row.at} ${row.to} ${row.kind} ${index}`} row={row} zone={zone} />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </Drawer>
  );
}
