import client from 'prom-client';

/** What is counted as it happens. All words are from closed sets; nobody's name or words are ever handed in. */
export type Counts = {
  /** An act has come in; what is given back is called when its answer is known. */
  inbound(channel: string, kind: string): (result: 'answered' | 'failed' | 'not-installed') => void;
  /** The platform has sent an act again. */
  repeated(): void;
  /** A message or a redrawn card was given to a platform; `code` is the platform's own word, or `ok`. */
  sent(channel: string, result: string, code: string): void;
  /** A platform answered 429. */
  rateLimited(channel: string): void;
  /** A notice was not wanted any more when its time had come. */
  suppressed(reason: string): void;
  /** Something that was due failed, and is tried again later. */
  missed(): void;
};

/** What is read when somebody looks. A reading that fails leaves its figure out. */
export type Figures = {
  /** The jobs that wait, are put off or are under way; and how long the oldest of those that wait has waited. */
  outbox(): Promise<readonly { state: string; lane: string; jobs: number; oldestSeconds: number }[]>;
  /** Messages of which nobody knows whether they arrived. */
  uncertain(): Promise<number>;
  /** Attempts at what somebody has no right to, by what it was. */
  denied(): Promise<readonly { rule: string; times: number }[]>;
  /** Messages a second that the slowest workspace or tenant of each platform is sent at present. */
  rates(): Promise<readonly { channel: string; rate: number }[]>;
  /** Seconds since what is due first should have been done; 0 where nothing is late. */
  lag(): Promise<number>;
  /** How many figures of the reconciliation are not 0. */
  reconcile(): Promise<number>;
};

/** Words of the platforms that are worth a line of their own; all others are counted as one. */
const codes = new Set(
  `ok ratelimited http-429 no_answer timeout not_connected channel_not_found user_not_found account_inactive token_revoked
  invalid_auth not_authed not_installed internal_error service_unavailable no_token_now no-connector-yet http-403 http-404
  http-412 http-500 http-502 http-504 MessageWritesBlocked ConversationNotFound`.split(/\s+/),
);
const reasons = new Set(
  `left settled gone reminders-off no-coordinator begun overtaken past planned read stale undone`.split(' '),
);
const known = (words: ReadonlySet<string>, word: string): string => (words.has(word) ? word : 'other');

export type Metrics = { readonly registry: client.Registry; readonly counts: Counts; show(figures: Figures): void };

/** The figures of one process, for Prometheus. */
export function createMetrics(): Metrics {
  const registry = new client.Registry();
  const registers = [registry];
  client.collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new client.Counter({ name: `mentor_${name}`, help, labelNames: [...labelNames], registers });

  const inbound = counter('inbound_total', 'Acts that came in, by what became of them.', ['channel', 'kind', 'result']);
  const ack = new client.Histogram({
    name: 'mentor_inbound_ack_seconds',
    help: 'From an act coming in to its answer.',
    labelNames: ['channel'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10],
    registers,
  });
  const repeated = counter('inbound_duplicates_total', 'Acts that a platform sent again.', []);
  const sends = counter('sends_total', 'Messages and redrawn cards given to a platform.', ['channel', 'result']);
  const attempts = counter('outbox_attempts_total', 'The same, by the platform’s answer.', ['code']);
  const limited = counter('rate_limited_total', 'How often a platform said that too much was sent.', ['channel']);
  const suppressed = counter('suppressed_total', 'Notices that were not wanted any more.', ['reason']);
  const missed = counter('schedule_missed_total', 'Things that were due and failed; they are tried again later.', []);

  return {
    registry,
    counts: {
      inbound(channel, kind) {
        const stop = ack.startTimer({ channel });
        return (result) => {
          stop();
          inbound.inc({ channel, kind, result });
        };
      },
      repeated: () => repeated.inc(),
      sent(channel, result, code) {
        sends.inc({ channel, result });
        attempts.inc({ code: known(codes, code) });
      },
      rateLimited: (channel) => limited.inc({ channel }),
      suppressed: (reason) => suppressed.inc({ reason: known(reasons, reason) }),
      missed: () => missed.inc(),
    },
    show: (figures) => showFigures(registry, figures),
  };
}

type Value = { readonly labels: Record<string, string>; readonly value: number };

/** Figures that are read anew at each look. */
function showFigures(registry: client.Registry, figures: Figures): void {
  const gauge = (name: string, help: string, labelNames: readonly string[], read: () => Promise<readonly Value[]>) =>
    new client.Gauge({
      name: `mentor_${name}`,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      async collect() {
        this.reset();
        const values = await read().catch(() => undefined);
        if (values === undefined && labelNames.length === 0) this.remove();
        for (const { labels, value } of values ?? []) this.set(labels, value);
      },
    });
  const one = async (value: Promise<number>): Promise<readonly Value[]> => [{ labels: {}, value: await value }];

  gauge('outbox_depth', 'Jobs of delivery: waiting, put off, under way.', ['state', 'lane'], async () =>
    (await figures.outbox()).map(({ state, lane, jobs }) => ({ labels: { state, lane }, value: jobs })),
  );
  gauge('outbox_oldest_due_seconds', 'How long the oldest job that waits has waited.', [], () =>
    one(figures.outbox().then((all) => Math.max(0, ...all.map(({ oldestSeconds }) => oldestSeconds)))),
  );
  gauge('outbox_uncertain_total', 'Messages of which nobody knows whether they arrived.', [], () =>
    one(figures.uncertain()),
  );
  gauge('authz_denied_total', 'Attempts at what somebody has no right to.', ['rule'], async () =>
    (await figures.denied()).map(({ rule, times }) => ({ labels: { rule }, value: times })),
  );
  gauge('budget_rate', 'Messages a second to the slowest installation.', ['channel'], async () =>
    (await figures.rates()).map(({ channel, rate }) => ({ labels: { channel }, value: rate })),
  );
  gauge('schedule_lag_seconds', 'How late what is due is.', [], () => one(figures.lag()));
  gauge('reconcile_nonzero', 'Figures of the reconciliation that are not 0.', [], () => one(figures.reconcile()));
}
