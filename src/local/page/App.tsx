import { useCallback, useEffect, useRef, useState } from 'react';
import { api, type Channel, type Person } from './api';
import { ClockBar } from './ClockBar';
import { FaultsDrawer } from './FaultsDrawer';
import { freshDemo, opensAtTour, reopenAtTour } from './fresh';
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

/** The ids of all that the two of the tour have in their clients. */
async function messagesOf(mentor: Person | undefined, mentee: Person | undefined): Promise<ReadonlySet<string>> {
  const chats = await Promise.all([
    ...(mentor ? [api.chat('slack', mentor.id)] : []),
    ...(mentee ? [api.chat('teams', mentee.id)] : []),
  ]);
  return new Set(chats.flatMap(({ messages }) => messages.map(({ id }) => id)));
}

export function App() {
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const { halves, choose } = useHalves(people);
  const [shown, setShown] = useState<Side>('left');
  /** The messages that were there when the tour began; undefined while there is no tour. */
  const [toured, setToured] = useState<ReadonlySet<string>>();
  const [tours, setTours] = useState(0);
  const tourButton = useRef<HTMLButtonElement>(null);
  const [drawer, setDrawer] = useState<'ledger' | 'faults'>();
  const toggle = (one: 'ledger' | 'faults'): void => setDrawer(drawer === one ? undefined : one);

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

  const playedBy = (name: string): Person | undefined => people.find((person) => person.name === name);
  const placeCast = (): void => {
    const [mentor, mentee] = [playedBy(cast.mentor), playedBy(cast.mentee)];
    if (mentor) choose('left', 'slack', mentor.id);
    if (mentee) choose('right', 'teams', mentee.id);
  };
  const showForTour = (at: Channel | 'clock'): void => {
    placeCast();
    if (at !== 'clock') setShown(at === 'slack' ? 'left' : 'right');
  };
  const startTour = async (): Promise<void> => {
    try {
      const before = await messagesOf(playedBy(cast.mentor), playedBy(cast.mentee));
      placeCast();
      // The clients start afresh with the tour: at their messages, in the conversation with the bot.
      setTours(tours + 1);
      setToured(before);
    } catch {
      toast('The local server does not answer. Is it still running?');
    }
  };
  const leaveTour = (): void => {
    setToured(undefined);
    tourButton.current?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that opens at the tour begins it once, as soon as it knows the people
  useEffect(() => {
    if (people.length > 0 && opensAtTour()) void startTour();
  }, [people]);

  return (
    <>
      <header className="top">
        <div className="brand">
          <Avatar name="Mentor Exchange" kind="bot" />
          <h1>Mentor Exchange</h1>
        </div>
        <ClockBar toast={toast} />
        <div className="tools">
          <button
            ref={tourButton}
            type="button"
            aria-expanded={toured !== undefined}
            onClick={toured ? leaveTour : startTour}
          >
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
      {toured && (
        <Tour
          messages={toured}
          show={showForTour}
          startOver={() => freshDemo(people).then(reopenAtTour)}
          leave={leaveTour}
        />
      )}
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
