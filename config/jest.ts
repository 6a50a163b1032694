import type { Config } from 'jest';
import { dirname } from 'node:path';
import { TEST_TIMEOUT_MS } from './jest/time-limits.ts';

const rootDir = dirname(import.meta.dirname);

/** Node modules run as they are; only our TypeScript is transformed, to the ES modules that Node 24 runs anyway. */
const swc = (syntax: { tsx: boolean }) =>
  [
    '@swc/jest',
    {
      swcrc: false,
      sourceMaps: 'inline',
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', ...syntax },
        transform: { react: { runtime: 'automatic' }, useDefineForClassFields: true },
      },
      module: { type: 'es6' },
    },
  ] as [string, Record<string, unknown>];

type Project = Exclude<NonNullable<Config['projects']>[number], string>;

const common = {
  rootDir,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx$': swc({ tsx: true }), '\\.ts$': swc({ tsx: false }) },
  setupFiles: ['<rootDir>/config/jest/loopback-only.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/.data/'],
  testPathIgnorePatterns: ['/node_modules/'],
} satisfies Project;

/** Plain ES modules in Node (jest/light-runner.mjs): nothing is transformed, and a worker loads every module once. */
const light = {
  rootDir,
  runner: '<rootDir>/config/jest/light-runner.mjs',
  transform: {},
  setupFiles: ['<rootDir>/config/jest/light-setup.ts', ...common.setupFiles],
  modulePathIgnorePatterns: common.modulePathIgnorePatterns,
  testPathIgnorePatterns: common.testPathIgnorePatterns,
} satisfies Project;

const RULES = ['/rules\\.test\\.ts$', '/rules/.+\\.test\\.ts$', '<rootDir>/bff/contract/'];

/** Printing, signing, storing and reading sheets know no database: once is enough. */
const DOCUMENTS = ['pdf', 'signer', 'storage', 'xlsx']
  .map((folder) => `<rootDir>/bff/platform/${folder}/`)
  .concat('<rootDir>/bff/templates/');

/** `jest.unstable_mockModule` needs a module graph of one's own: these few run in Jest's VM, a project of their own. */
const MOCKED = ['broken-template.test.ts', 'notices-unverified.test.ts', 'stale-letter-unlocked.mysql.test.ts'];

type Engine = 'sqlite' | 'mysql';
const start = (engine: Engine) => ({
  globalSetup: `<rootDir>/config/jest/start-${engine}.ts`,
  globalTeardown: '<rootDir>/config/jest/stop.ts',
});
/** `x.mysql.test.ts` needs that engine's services; everything else runs on both. */
const ofOther = (engine: Engine) => `\\.${engine === 'mysql' ? 'sqlite' : 'mysql'}\\.test\\.ts$`;

/** Every endpoint for every caller, and with every string: on one database, with `npm test -- --full` on both. */
const TABLES = ['permissions.test.ts', 'naughty-strings.test.ts'];
const leftOut = (engine: Engine) => (engine === 'sqlite' && process.env['TEST_FULL'] !== 'true' ? TABLES : []);

const server = (engine: Engine): Project => ({
  ...light,
  ...start(engine),
  displayName: `bff-${engine}`,
  testMatch: ['<rootDir>/bff/**/*.test.ts'],
  testPathIgnorePatterns: [
    ...light.testPathIgnorePatterns,
    ...RULES,
    ...DOCUMENTS,
    ...[...MOCKED, ...leftOut(engine)].map((name) => `/${name}$`),
    ofOther(engine),
  ],
  setupFiles: [...light.setupFiles, `<rootDir>/config/jest/engine-${engine}.ts`],
});

const mocked = (engine: Engine): Project => ({
  ...common,
  ...start(engine),
  displayName: `bff-${engine}-mocks`,
  testMatch: MOCKED.map((name) => `<rootDir>/bff/**/${name}`),
  testPathIgnorePatterns: [...common.testPathIgnorePatterns, ofOther(engine)],
  setupFiles: [...common.setupFiles, `<rootDir>/config/jest/engine-${engine}.ts`],
});

/** Its own window for each file: Taro's stand-ins replace modules (`moduleNameMapper`). */
const miniapp: Project = {
  ...common,
  displayName: 'miniapp',
  testEnvironment: '<rootDir>/config/jest/jsdom-environment.mjs',
  testMatch: ['<rootDir>/miniapp/**/*.test.ts', '<rootDir>/miniapp/**/*.test.tsx'],
  testPathIgnorePatterns: [...common.testPathIgnorePatterns, '/e2e/', '/rules\\.test\\.ts$'],
  // Node's own conditions besides the browser's: some packages offer ES modules under "import" alone.
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] },
  setupFiles: [...common.setupFiles, '<rootDir>/config/jest/browser-gaps.ts'],
  moduleNameMapper: {
    '\\.(css|scss|less)$': 'identity-obj-proxy',
    '\\.(png|jpg|svg|webp)$': '<rootDir>/config/jest/asset.ts',
    '^@tarojs/components$': '<rootDir>/miniapp/test/components.tsx',
    '^@tarojs/taro$': '<rootDir>/miniapp/test/taro.ts',
    '^@tarojs/runtime$': '<rootDir>/miniapp/test/runtime.ts',
  },
};

const admin: Project = {
  ...light,
  displayName: 'admin',
  testMatch: ['<rootDir>/admin/**/*.test.ts', '<rootDir>/admin/**/*.test.tsx'],
  testPathIgnorePatterns: [...light.testPathIgnorePatterns, '/e2e/', '/rules\\.test\\.ts$'],
  setupFiles: ['<rootDir>/config/jest/light-page.mjs', ...light.setupFiles],
};

const config: Config = {
  rootDir,
  // Three for two cores: tests that kill, race and drive a browser wait as well (ADR 33).
  maxWorkers: 3,
  // ES modules of a finished file are not freed: at gigabytes a worker is busy collecting garbage, not testing.
  workerIdleMemoryLimit: '800MB',
  // A worker that is found above that limit after its last file is replaced by a new one, only to be told to leave: on a busy
  // machine that one has not even started within the half second that Jest waits by default, and is then called a leak.
  workerGracefulExitTimeout: 15_000,
  testSequencer: '<rootDir>/config/jest/slow-first.mjs',
  testTimeout: TEST_TIMEOUT_MS,
  projects: [
    {
      ...light,
      displayName: 'rules',
      testMatch: ['**/rules.test.ts', '**/rules/**/*.test.ts', '<rootDir>/bff/contract/**/*.test.ts'],
    },
    {
      ...light,
      displayName: 'tooling',
      testMatch: ['<rootDir>/config/**/*.test.ts', '<rootDir>/scripts/**/*.test.mjs'],
    },
    {
      ...light,
      ...start('sqlite'),
      displayName: 'documents',
      testMatch: DOCUMENTS.map((folder) => `${folder}**/*.test.ts`),
      setupFiles: [...light.setupFiles, '<rootDir>/config/jest/engine-sqlite.ts'],
    },
    server('sqlite'),
    server('mysql'),
    mocked('sqlite'),
    mocked('mysql'),
    miniapp,
    admin,
    { ...common, ...start('sqlite'), displayName: 'e2e', testMatch: ['<rootDir>/*/e2e/**/*.test.ts'] },
  ],
};

export default config;
