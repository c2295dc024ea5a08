import { useCallback, useEffect, useRef, useState } from 'react';
import { api, type Channel, type Person } from './api';
import { ClockBar } from './ClockBar';
import { FaultsDrawer } from './FaultsDrawer';
import { Icon } from './icons';
import { LedgerDrawer } from './LedgerDrawer';
import { Avatar, clientName } from './Persona';
import { SlackClient } from './SlackClient';
import { TeamsClient } from './TeamsClient';
import { Themes } from './Themes';
import { type Toast, Toasts } from './Toasts';
import { Tour } from './Tour';
import { cast } from './tourSteps';
import { type Side, sides, useHalves } from './useHalves';

export function App() {
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const { halves, choose } = useHalves(people);
  const [shown, setShown] = useState<Side>('left');
  const [touring, setTouring] = useState(false);
  const [tours, setTours] = useState(0);
  const tourButton = useRef<HTMLButtonElement>(null);
  const [drawer, setDrawer] = useState<'ledger' | 'faults'>();
  const toggle = (one: 'ledger' | 'faults'): void => setDrawer(drawer === one ? undefined : one);

  const showForTour = useCallback((at: Channel | 'clock') => {
    if (at !== 'clock') setShown(at === 'slack' ? 'left' : 'right');
  }, []);

  const toast = useCallback((says: string) => {
    const id = performance.now();
    setToasts((all) => [...all.filter((one) => one.says !== says), { id, says }]);
    setTimeout(() => setToasts((all) => all.filter((one) => one.id !== id)), 10_000);
  }, []);

  useEffect(() => {
    api.people().then(
      (loaded) => setPeople(loaded.people),
      () => toast('The local server does not answer. Is it still running?'),
    );
  }, [toast]);

  const startTour = (): void => {
    const [mentor, mentee] = [cast.mentor, cast.mentee].map((name) => people.find((person) => person.name === name));
    if (mentor) choose('left', 'slack', mentor.id);
    if (mentee) choose('right', 'teams', mentee.id);
    // The clients start afresh with the tour: at their messages, in the conversation with the bot.
    setTours(tours + 1);
    setTouring(true);
  };
  const leaveTour = (): void => {
    setTouring(false);
    tourButton.current?.focus();
  };

  return (
    <>
      <header className="top">
        <div className="brand">
          <Avatar name="Mentor Exchange" kind="bot" />
          <h1>Mentor Exchange</h1>
        </div>
        <ClockBar toast={toast} />
        <div className="tools">
          <button ref={tourButton} type="button" aria-expanded={touring} onClick={touring ? leaveTour : startTour}>
            <Icon name="play" />
            Tour
          </button>
          <button type="button" aria-expanded={drawer === 'ledger'} onClick={() => toggle('ledger')}>
            <Icon name="list" />
            Ledger
          </button>
          <button type="button" aria-expanded={drawer === 'faults'} onClick={() => toggle('faults')}>
            <Icon name="bolt" />
            Faults
          </button>
          <Themes />
        </div>
      </header>
      {touring && <Tour show={showForTour} leave={leaveTour} />}
      <nav className="switch" aria-label="Which client to show">
        {sides.map((side) => (
          <button key={side} type="button" aria-pressed={shown === side} onClick={() => setShown(side)}>
            {clientName[halves[side]?.channel ?? 'slack']}
          </button>
        ))}
      </nav>
      <main className="clients" data-shown={shown} aria-busy={people.length === 0}>
        {people.length > 0 &&
          sides.map((side) => {
            const { channel, person } = halves[side] ?? {};
            const Client = channel === 'teams' ? TeamsClient : SlackClient;
            return (
              <Client
                key={`${side} ${tours}`}
                people={people}
                person={person}
                toast={toast}
                choose={(to, id) => choose(side, to, id)}
              />
            );
          })}
      </main>
      {drawer === 'ledger' && <LedgerDrawer close={() => setDrawer(undefined)} />}
      {drawer === 'faults' && <FaultsDrawer people={people} toast={toast} close={() => setDrawer(undefined)} />}
      <Toasts toasts={toasts} dismiss={(id) => setToasts((all) => all.filter((one) => one.id !== id))} />
    </>
  );
}
