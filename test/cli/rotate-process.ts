import { dropOldInFolder, rotateInFolder } from '../../src/cli/keys/rotate';
import { readConfig } from '../../src/config';

/** Changes the keys in a data folder, in a process of its own that is killed at once when it says its n-th line. */
async function run(folder: string, what: string, lines: number): Promise<void> {
  const read = readConfig({ MENTOR_DATA_DIR: folder });
  if (!read.ok) throw new Error(read.faults.join());
  let said = 0;
  const print = (line: string): void => {
    process.stdout.write(`${line}\n`);
    said += 1;
    if (said === lines) process.kill(process.pid, 'SIGKILL');
  };
  await (what === 'drop' ? dropOldInFolder(read.config, print) : rotateInFolder(read.config, print));
}

void run(process.argv[2] ?? '', process.argv[3] ?? '', Number(process.argv[4] ?? 0)).then(() => process.exit(0));
