import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { Clock } from '../mentoring';

/** The process's own time: the one place where the product asks what time it is. */
export const realTime = (): DateTime<true> => DateTime.utc();

export const realClock: Clock = { now: realTime };

/** Where a moved clock is kept over a restart: how many milliseconds it is ahead of real time. */
export type ClockMemory = { read(): number; write(ahead: number): void };

/** In a file of the data folder; 0 where there is none, or nothing that is a number. */
export function clockFile(folder: string): ClockMemory {
  const file = join(folder, 'clock');
  return {
    read() {
      const ahead = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
      return Number.isFinite(ahead) && ahead > 0 ? ahead : 0;
    },
    write(ahead) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(file, `${Math.round(ahead)}\n`);
    },
  };
}

/** A clock that runs beside real time and can be set ahead: the local workspace's business time. */
export function movableClock(zone: string, memory: ClockMemory): Clock & { set(at: DateTime): void } {
  let ahead = memory.read();
  return {
    now: () => realTime().plus({ milliseconds: ahead }).setZone(zone),
    set(at) {
      ahead = at.toMillis() - realTime().toMillis();
      memory.write(ahead);
    },
  };
}
