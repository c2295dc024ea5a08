import { useCallback, useEffect, useState } from 'react';
import { api, type Hints, type Person } from './api';
import { ClockBar, useClock } from './ClockBar';
import { Faults } from './Faults';
import { Ledger } from './Ledger';
import { SlackClient } from './SlackClient';
import { TeamsClient } from './TeamsClient';
import { type Toast, Toasts } from './Toasts';
import { Tour } from './Tour';
import { chooseTheme, useTheme } from './theme';

const chosen = (): URLSearchParams => new URLSearchParams(location.hash.slice(1));
const remember = (name: string, id: string): void => {
  const all = chosen();
  all.set(name, id);
  history.replaceState(null, '', `#${all}`);
};

const noHints: Hints = { slack: [], teams: [] };
type Panel = 'ledger' | 'faults' | 'tour';

export function App() {
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [hints, setHints] = useState(noHints);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const [slackId, setSlackId] = useState(chosen().get('slack') ?? undefined);
  const [teamsId, setTeamsId] = useState(chosen().get('teams') ?? undefined);
  const [panel, setPanel] = useState<Panel>();
  const [front, setFront] = useState<'slack' | 'teams'>('teams');
  const { clock, setClock } = useClock();
  const theme = useTheme();

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
    api.hints().then(setHints, () => undefined);
  }, [toast]);

  const slackPeople = people.filter((person) => person.slackUser !== undefined);
  const teamsPeople = people.filter((person) => person.teamsUser !== undefined);
  const slackPerson = slackPeople.find((person) => person.id === slackId) ?? slackPeople[0];
  const teamsPerson =
    teamsPeople.find((person) => person.id === teamsId) ??
    teamsPeople.find((person) => person.id !== slackPerson?.id) ??
    teamsPeople[0];
  const beInSlack = (id: string): void => {
    remember('slack', id);
    setSlackId(id);
  };
  const beInTeams = (id: string): void => {
    remember('teams', id);
    setTeamsId(id);
  };
  const toggle = (one: Panel) => ({
    'aria-pressed': panel === one,
    onClick: () => setPanel(panel === one ? undefined : one),
  });
  const inFront = (one: 'slack' | 'teams') => ({ 'aria-pressed': front === one, onClick: () => setFront(one) });

  return (
    <>
      <header className="top">
        <h1>
          <span className="mark" aria-hidden="true" />
          Mentor Exchange
        </h1>
        <ClockBar clock={clock} set={setClock} toast={toast} />
        <div className="tools">
          <button type="button" className="main" {...toggle('tour')}>
            Play the story
          </button>
          <button type="button" {...toggle('ledger')}>
            What was sent
          </button>
          <button type="button" {...toggle('faults')}>
            Break something
          </button>
          <button type="button" onClick={() => chooseTheme(theme === 'dark' ? 'light' : 'dark')}>
            {theme === 'dark' ? 'Light colors' : 'Dark colors'}
          </button>
        </div>
      </header>
      <fieldset className="fronts">
        <legend className="hidden">The client to show</legend>
        <button type="button" {...inFront('slack')}>
          In Slack
        </button>
        <button type="button" {...inFront('teams')}>
          In Teams
        </button>
      </fieldset>
      <main className="clients" data-front={front}>
        <SlackClient people={slackPeople} person={slackPerson} hints={hints.slack} toast={toast} choose={beInSlack} />
        <TeamsClient people={teamsPeople} person={teamsPerson} hints={hints.teams} toast={toast} choose={beInTeams} />
      </main>
      {panel === 'tour' && (
        <Tour
          people={people}
          show={(slack, teams) => {
            if (slack) beInSlack(slack.id);
            if (teams) beInTeams(teams.id);
            setFront(slack ? 'slack' : 'teams');
          }}
          close={() => setPanel(undefined)}
        />
      )}
      {panel === 'ledger' && <Ledger zone={clock?.zone ?? 'UTC'} close={() => setPanel(undefined)} />}
      {panel === 'faults' && <Faults toast={toast} close={() => setPanel(undefined)} />}
      <Toasts toasts={toasts} dismiss={(id) => setToasts((all) => all.filter((one) => one.id !== id))} />
    </>
  );
}
