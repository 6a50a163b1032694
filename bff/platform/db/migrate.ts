import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readdir } from 'node:fs/promises';
import { QueryTypes, type QueryInterface, type Sequelize } from 'sequelize';
import { SequelizeStorage, Umzug } from 'umzug';
import { database } from './database.ts';

/** What a file in `bff/migrations` exports. Both must be able to run again after they stopped half way. */
export interface Migration {
  up(q: QueryInterface): Promise<void>;
  down(q: QueryInterface): Promise<void>;
}

const MIGRATIONS = join(dirname(fileURLToPath(import.meta.url)), '../../migrations');
/** How long one process waits while another migrates, s. */
const LOCK_WAIT_S = 120;

/** Brings the schema of the open database up to date; returns the names of the migrations that ran. */
export async function migrate(): Promise<string[]> {
  return underLock(database.sequelize, async () => {
    const ran = await (await migrator(database.sequelize)).up();
    return ran.map(({ name }) => name);
  });
}

/** Names of all migrations that this version has, in their order. */
export const migrationNames = async (): Promise<string[]> => (await migrationFiles()).map(nameOf);

async function migrationFiles(): Promise<string[]> {
  const files = await readdir(MIGRATIONS);
  return files.filter((file) => /^\d{8}-.*\.(ts|js)$/.test(file) && !/\.test\./.test(file)).sort();
}

const nameOf = (file: string) => file.replace(/\.(ts|js)$/, '');

/** The umzug instance over `bff/migrations`, for `migrate()` and for tests that go down again. */
export async function migrator(sequelize: Sequelize): Promise<Umzug<QueryInterface>> {
  const migrations = (await migrationFiles()).map((file) => ({
    name: nameOf(file),
    up: async ({ context }: { context: QueryInterface }) => (await load(file)).up(context),
    down: async ({ context }: { context: QueryInterface }) => (await load(file)).down(context),
  }));
  return new Umzug({
    migrations,
    context: sequelize.getQueryInterface(),
    storage: new SequelizeStorage({ sequelize, modelName: 'Migration', tableName: 'migrations' }),
    logger: undefined,
  });
}

async function load(file: string): Promise<Migration> {
  return (await import(pathToFileURL(join(MIGRATIONS, file)).href)) as Migration;
}

/** Processes that start together on one server take turns; on SQLite the embedded database has one process. */
async function underLock<T>(sequelize: Sequelize, work: () => Promise<T>): Promise<T> {
  if (sequelize.getDialect() !== 'mysql') return work();
  // The lock belongs to a connection, hence the transaction around it; DDL runs on other connections.
  return sequelize.transaction(async (transaction) => {
    const [row] = await sequelize.query<{ locked: number | null }>(
      `SELECT GET_LOCK(CONCAT('migrate:', DATABASE()), ${LOCK_WAIT_S}) AS locked`,
      { type: QueryTypes.SELECT, transaction },
    );
    if (row?.locked !== 1) throw new Error(`another process has been migrating for ${LOCK_WAIT_S} s`);
    try {
      return await work();
    } finally {
      await sequelize.query(`DO RELEASE_LOCK(CONCAT('migrate:', DATABASE()))`, { transaction });
    }
  });
}
