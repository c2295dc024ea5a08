import { DataSource, EntityManager, EntitySchema } from 'typeorm';

/** What the database answered to each statement of a few turns, as JSON by the statement's text. */
export type Tape = Record<string, string>;

type Find = Parameters<EntityManager['findOneByOrFail']>;

/** One row of a table; a turn reads at most one of each. */
const rowOf = ([target]: Find): string =>
  `one of ${target instanceof EntitySchema ? target.options.name : String(target)}`;

/** Works as the manager it is made from, and writes down every answer. */
export class RecordingManager extends EntityManager {
  constructor(
    from: EntityManager,
    private readonly tape: Tape,
  ) {
    super(from.dataSource, from.queryRunner);
  }

  override async query(text: string, values?: unknown[]) {
    const answer = await super.query(text, values);
    this.tape[text] = JSON.stringify(answer);
    return answer;
  }

  override async findOneByOrFail(...what: Find) {
    const row = await super.findOneByOrFail(...what);
    this.tape[rowOf(what)] = JSON.stringify(row);
    return JSON.parse(JSON.stringify(row));
  }
}

/** Answers from a tape, at once and without a database. */
export class PlayedManager extends EntityManager {
  private readonly answers: ReadonlyMap<string, ReturnType<typeof JSON.parse>>;

  constructor(tape: Tape) {
    super(new DataSource({ type: 'postgres' }));
    this.answers = new Map(Object.entries(tape).map(([text, answer]) => [text, JSON.parse(answer)]));
  }

  override async query(text: string) {
    const answer = this.answers.get(text);
    if (answer === undefined) throw new Error(`The tape has no answer to: ${text}`);
    return answer;
  }

  override async findOneByOrFail(...what: Find) {
    return this.answers.get(rowOf(what));
  }
}
