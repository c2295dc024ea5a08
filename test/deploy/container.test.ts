import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Copy, DockerfileParser, type Healthcheck, type JSONInstruction } from 'dockerfile-ast';
import { parse } from 'yaml';
import { z } from 'zod';

const root = join(__dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('the container image', () => {
  const file = DockerfileParser.parse(read('Dockerfile'));
  const stages = file.getFROMs();
  const all = file.getInstructions();
  const last = stages.at(-1)?.getRange()?.start.line ?? 0;
  const final = all.filter((instruction) => (instruction.getRange()?.start.line ?? 0) >= last);
  const words = (keyword: string): string[] =>
    final.filter((each) => each.getKeyword() === keyword).map((each) => each.getRawArgumentsContent() ?? '');

  it('is made in two stages of the same slim Node', () => {
    expect(stages.map((from) => from.getImage())).toEqual(['node:22-slim', 'node:22-slim']);
    expect(stages[0]?.getBuildStage()).toBe('build');
  });

  it('holds no compiler and no tests: its stage installs nothing, and copies only from the first', () => {
    expect(words('RUN').filter((run) => /npm|apt/u.test(run))).toEqual([]);
    const copies = file.getCOPYs().filter((copy: Copy) => (copy.getRange()?.start.line ?? 0) >= last);
    expect(
      copies.every((copy) => copy.getFlags().some((flag) => flag.getName() === 'from' && flag.getValue() === 'build')),
    ).toBe(true);
    expect(all.some((each) => each.getKeyword() === 'ADD')).toBe(false);
    expect(read('Dockerfile')).toContain('npm prune --omit=dev');
  });

  it('copies what there is, and all that package.json says belongs to the product', () => {
    const sources = words('COPY').map((copy) => /\/app\/(\S+) /u.exec(copy)?.[1] ?? '');
    for (const source of sources.filter((each) => !['dist', 'node_modules'].includes(each)))
      expect([source, existsSync(join(root, source))]).toEqual([source, true]);
    const { files } = z.object({ files: z.array(z.string()) }).parse(JSON.parse(read('package.json')));
    for (const folder of files) expect(sources).toContain(folder);
  });

  it('runs as nobody special, before anything else is said', () => {
    const user = final.findIndex((each) => each.getKeyword() === 'USER');
    expect(words('USER')).toEqual(['node']);
    expect(final.slice(user).some((each) => ['RUN', 'COPY'].includes(each.getKeyword()))).toBe(false);
  });

  it('tells whether it can work, by exec and not by a shell', () => {
    const check = final.find((each): each is Healthcheck => each.getKeyword() === 'HEALTHCHECK');
    expect(check?.getRawArgumentsContent()).toContain('/readyz');
    for (const keyword of ['ENTRYPOINT', 'CMD']) {
      const command = final.find((each): each is JSONInstruction => each.getKeyword() === keyword);
      expect(command?.getRawArgumentsContent()).toMatch(/^\[/u);
    }
    expect(words('ENTRYPOINT').join()).toContain('/app/dist/src/cli.js');
  });

  it('has no secret in it, nor in what is sent to its build', () => {
    expect(words('ENV').join()).not.toMatch(/KEY|TOKEN|SECRET|PASSWORD/u);
    expect(all.some((each) => each.getKeyword() === 'ARG')).toBe(false);
    const ignored = read('.dockerignore').split('\n');
    for (const name of ['.env', 'node_modules', 'data', '.git', 'dist']) expect(ignored).toContain(name);
  });
});

const service = z.object({
  image: z.string(),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()),
  ports: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  networks: z.array(z.string()),
  volumes: z.array(z.string()),
});

describe('compose.yaml', () => {
  const compose = z
    .object({
      services: z.object({ app: service, db: service }),
      networks: z.record(z.string(), z.object({ internal: z.boolean() }).nullable()),
    })
    .parse(parse(read('compose.yaml')));
  const { app, db } = compose.services;

  it('has the version of the product and PostgreSQL 16', () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('package.json')));
    expect(app.image).toBe(`mentor-exchange:${version}`);
    expect(db.image).toBe('postgres:16');
  });

  it('starts the program when the database is ready', () => {
    expect(app.depends_on).toEqual({ db: { condition: 'service_healthy' } });
    expect(db.healthcheck?.test).toContain('pg_isready');
  });

  it('lets the program write to its volume only, and take no rights', () => {
    expect(app).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(app.volumes).toEqual(['app-data:/data']);
  });

  it('opens the program to this machine only, and the database to nobody', () => {
    expect(app.ports).toEqual(['127.0.0.1:3978:3978']);
    expect(db.ports).toBeUndefined();
    expect(db.networks.map((name) => compose.networks[name]?.internal)).toEqual([true]);
  });

  it('connects as an owner who is no superuser, and keeps the superuser’s password from the program', () => {
    expect(app.environment.DATABASE_URL).toContain('postgres://mentor:');
    expect(app.environment.POSTGRES_PASSWORD).toBe('');
    expect(read('deploy/make-database.sh')).toContain('nosuperuser');
  });
});

describe('the files of deploy/', () => {
  it('run the program as somebody who can do little, and not again where starting would not help', () => {
    const unit = read('deploy/mentor-exchange.service');
    for (const line of ['User=mentor', 'NoNewPrivileges=yes', 'ProtectSystem=strict', 'CapabilityBoundingSet='])
      expect(unit).toContain(line);
    expect(unit).toMatch(/^RestartPreventExitStatus=64 78$/mu);
    expect(unit).not.toMatch(/^MemoryDenyWriteExecute/mu);
    const seconds = Number(/^TimeoutStopSec=(\d+)$/mu.exec(unit)?.[1]);
    expect(seconds).toBeGreaterThan(25);
  });

  it('let the proxy keep the host, log no link to a file, and show no figures', () => {
    const nginx = read('deploy/nginx.conf');
    expect(nginx.match(/proxy_pass/gu)).toHaveLength(nginx.match(/proxy_set_header Host \$host;/gu)?.length ?? 0);
    expect(nginx).toMatch(/location \/files\/ \{\s+access_log off;/u);
    expect(nginx).toContain('location = /metrics { return 404; }');
  });
});

describe('docs/operate.md', () => {
  it('explains every variable', () => {
    const names = [...read('.env.example').matchAll(/^# ([A-Z_]+)=/gmu)].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(15);
    const text = read('docs/operate.md');
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});
