import { useCallback, useEffect, useRef, useState } from 'react';
import { api, type Channel, type Person } from './api';
import { ClockBar } from './ClockBar';
import { FaultsDrawer } from './FaultsDrawer';
import { Icon } from './icons';
import { LedgerDrawer } from './LedgerDrawer';
import { Avatar } from './Persona';
import { SlackClient } from './SlackClient';
import { TeamsClient } from './TeamsClient';
import { Themes } from './Themes';
import { type Toast, Toasts } from './Toasts';
import { Tour } from './Tour';
import { cast } from './tourSteps';

const chosen = (): URLSearchParams => new URLSearchParams(location.hash.slice(1));
const remember = (name: string, id: string): void => {
  const all = chosen();
  all.set(name, id);
  history.replaceState(null, '', `#${all}`);
};

export function App() {
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const [slackId, setSlackId] = useState(chosen().get('slack') ?? undefined);
  const [teamsId, setTeamsId] = useState(chosen().get('teams') ?? undefined);
  const [shown, setShown] = useState<Channel>('slack');
  const [touring, setTouring] = useState(false);
  const [tours, setTours] = useState(0);
  const tourButton = useRef<HTMLButtonElement>(null);
  const [drawer, setDrawer] = useState<'ledger' | 'faults'>();
  const toggle = (one: 'ledger' | 'faults'): void => setDrawer(drawer === one ? undefined : one);

  const showForTour = useCallback((at: Channel | 'clock') => {
    if (at !== 'clock') setShown(at);
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

  const slackPeople = people.filter((person) => person.slackUser !== undefined);
  const teamsPeople = people.filter((person) => person.teamsUser !== undefined);
  const slackPerson = slackPeople.find((person) => person.id === slackId) ?? slackPeople[0];
  const teamsPerson =
    teamsPeople.find((person) => person.id === teamsId) ??
    teamsPeople.find((person) => person.id !== slackPerson?.id) ??
    teamsPeople[0];

  const pickSlack = (id: string): void => {
    remember('slack', id);
    setSlackId(id);
  };
  const pickTeams = (id: string): void => {
    remember('teams', id);
    setTeamsId(id);
  };
  const startTour = (): void => {
    const [mentor, mentee] = [cast.mentor, cast.mentee].map((name) => people.find((person) => person.name === name));
    if (mentor) pickSlack(mentor.id);
    if (mentee) pickTeams(mentee.id);
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
        {(['slack', 'teams'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={shown === one} onClick={() => setShown(one)}>
            {one === 'slack' ? 'Slack' : 'Teams'}
          </button>
        ))}
      </nav>
      <main className="clients" data-shown={shown} aria-busy={people.length === 0}>
        {people.length > 0 && (
          <>
            <SlackClient
              key={`slack ${tours}`}
              people={slackPeople}
              person={slackPerson}
              toast={toast}
              choose={pickSlack}
            />
            <TeamsClient
              key={`teams ${tours}`}
              people={teamsPeople}
              person={teamsPerson}
              toast={toast}
              choose={pickTeams}
            />
          </>
        )}
      </main>
      {drawer === 'ledger' && <LedgerDrawer close={() => setDrawer(undefined)} />}
      {drawer === 'faults' && <FaultsDrawer people={people} toast={toast} close={() => setDrawer(undefined)} />}
      <Toasts toasts={toasts} dismiss={(id) => setToasts((all) => all.filter((one) => one.id !== id))} />
    </>
  );
}
