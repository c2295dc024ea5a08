import type { Config, ReadConfig } from '../config';

/** A configuration with faults, and what is left without them. */
export type Faulty = Extract<ReadConfig, { ok: false }>;

/** An option as `--help` shows it; `takes` stands for its value. */
export type Option = { readonly name: string; readonly takes?: string; readonly says: string };

/** One command of the command line. */
export type Command = {
  readonly usage: string;
  readonly says: string;
  /** All that it takes; any other is refused before it runs. */
  readonly options: readonly Option[];
  /** What stands behind `mentor` in a typical call. */
  readonly example: string;
  /** Returns the exit code. */
  run(args: readonly string[], config: Config): Promise<number>;
  /** What it does where the configuration has faults; undefined where it can do nothing then, as most commands. */
  runWithFaults?(read: Faulty, args: readonly string[]): Promise<number | undefined>;
};
