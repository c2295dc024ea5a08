import { join } from 'node:path';
import { projectRoot } from '../src/config';
import { readPrograms } from '../src/start/house';
import { freshDatabase } from './database';
import { benchDirectory } from './directory';
import { benchFind } from './find';
import { benchImport } from './import';
import { benchLexicon } from './lexicon';
import { recordMemory } from './memory-house';
import { benchPage } from './page';
import { seed } from './seed';
import { benchSlack } from './slack';
import { benchStart } from './start';
import { benchTeams } from './teams';
import { benchTick } from './tick';
import { benchUnderstand } from './understand';

const mentors = 100_000;

async function onServer(server: string, wanted: (bench: string) => boolean, topicIds: readonly string[]) {
  const database = await freshDatabase(server);
  try {
    const store = await database.open();
    try {
      await seed(store, mentors, topicIds);
      if (wanted('directory')) await benchDirectory(store, database.url, mentors, topicIds);
    } finally {
      await store.close();
    }
    if (wanted('find')) await benchFind(database, mentors);
  } finally {
    await database.drop();
  }
}

/** Does what needs a PostgreSQL server, or says what is left out for want of one. */
async function withServer(benches: readonly string[], work: (server: string) => Promise<void>): Promise<void> {
  const server = process.env.TEST_DATABASE_URL;
  if (benches.length === 0) return;
  if (server) await work(server);
  else console.log(JSON.stringify({ 'left out': benches, because: 'TEST_DATABASE_URL names no PostgreSQL server' }));
}

/** All figures, or those named as arguments: lexicon understand slack teams directory find import tick start page. */
async function main(asked: readonly string[]): Promise<void> {
  const wanted = (bench: string): boolean => asked.length === 0 || asked.includes(bench);
  const read = await readPrograms(join(projectRoot, 'programs'));
  const topicIds = read.catalog.topics.map((topic) => topic.id);
  if (wanted('lexicon')) await benchLexicon();
  if (wanted('understand')) benchUnderstand(read.catalog.topics);
  if (wanted('slack') || wanted('teams')) {
    const memory = await recordMemory(topicIds);
    if (wanted('slack')) await benchSlack(memory);
    if (wanted('teams')) await benchTeams(memory);
  }
  await withServer(['directory', 'find'].filter(wanted), (server) => onServer(server, wanted, topicIds));
  await withServer(['import'].filter(wanted), (server) => benchImport(() => freshDatabase(server), read));
  await withServer(['tick'].filter(wanted), benchTick);
  if (wanted('start')) await benchStart();
  if (wanted('page')) await benchPage();
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(fault);
  process.exit(1);
});
