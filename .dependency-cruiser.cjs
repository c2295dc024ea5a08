// The import law of the house: a folder of src may import those named here, and itself.
const may = {
  chat: [],
  mentoring: [],
  understanding: [],
  programs: ['mentoring', 'chat'],
  cards: ['chat', 'mentoring', 'programs'],
  store: ['chat', 'mentoring', 'programs'],
  http: ['services', 'delivery', 'store'],
  delivery: ['chat', 'store'],
  services: ['chat', 'cards', 'mentoring', 'programs', 'store', 'delivery'],
  intents: ['chat', 'cards', 'mentoring', 'programs', 'understanding', 'services'],
  schedule: ['services', 'delivery', 'store'],
  'channels/slack': ['chat'],
  'channels/teams': ['chat'],
  local: [],
};

const folderLaw = Object.entries(may).map(([folder, others]) => ({
  name: `${folder.replace('/', '-')}-imports`,
  comment: `src/${folder} may import only ${others.length > 0 ? others.join(', ') : 'nothing of ours'}, and itself.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    path: folder === 'store' ? '^src/' : '^(src|migrations)/',
    pathNot: [folder, ...others].map((name) => `^src/${name}/`),
  },
}));

const only = (name, packages, folders) => ({
  name: `${name}-has-its-place`,
  comment: `${packages} is imported only in ${folders}.`,
  severity: 'error',
  from: { pathNot: folders },
  to: { path: `node_modules/${packages}` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...folderLaw,
    only('slack', '@slack/', '^src/(channels/slack|local)/'),
    only('botbuilder', 'botbuilder', '^src/channels/teams/'),
    only('typeorm', 'typeorm', '^(src/store|migrations)/'),
    only('pg-boss', 'pg-boss', '^src/delivery/'),
    only('node-cron', 'node-cron', '^src/schedule/'),
    {
      name: 'migrations-stand-alone',
      comment: 'A migration imports nothing of ours: it must mean the same for ever.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^src/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/local/page/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
  },
};
