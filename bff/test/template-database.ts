import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '../env.ts';
import { database } from '../platform/db/database.ts';
import { migrate } from '../platform/db/migrate.ts';

/**
 * All migrations take a second, and every test file wants an empty database: they run once, and the other files begin
 * with a copy (SQLite), or with the same tables without their rows (MySQL).
 */

/** The MySQL database that has all tables, made by this process. Outlives files: that is what it is for. */
let migrated: { url: string; tables: ReadonlySet<string> } | undefined;

/** Opens an empty database with every table. */
export async function openMigrated(): Promise<void> {
  if (env.DATABASE_URL) await openMigratedMysql(env.DATABASE_URL);
  else await openMigratedSqlite();
}

async function openMigratedSqlite(): Promise<void> {
  const template = join(env.DATA_DIR, '..', 'template.sqlite');
  if (existsSync(template)) {
    await mkdir(env.DATA_DIR, { recursive: true });
    await copyFile(template, join(env.DATA_DIR, 'lvzheng.sqlite'));
    await database.open();
    return;
  }
  await database.open();
  await migrate();
  const draft = join(env.DATA_DIR, 'template.sqlite');
  await database.sequelize.query(`VACUUM INTO '${draft}'`);
  // Two workers begin at the same time, each with its own draft; whoever is last wins, and nobody reads half a file.
  await rename(draft, template);
}

async function openMigratedMysql(url: string): Promise<void> {
  if (migrated?.url === url) {
    await emptyTables(url, migrated.tables);
    await database.open();
    return;
  }
  await makeEmptyDatabase();
  await database.open();
  await migrate();
  migrated = { url, tables: new Set(await onServer(url, tableNames)) };
}

/** Makes this worker's database on the MySQL server anew; SQLite needs nothing, each file has its own DATA_DIR. */
export async function makeEmptyDatabase(): Promise<void> {
  migrated = undefined;
  if (!env.DATABASE_URL) return;
  const url = new URL(env.DATABASE_URL);
  const name = url.pathname.slice(1);
  url.pathname = '';
  await onServer(url.href, async (server) => {
    await server.query(`DROP DATABASE IF EXISTS \`${name}\``);
    await server.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`);
  });
}

/** Drops what an earlier file created besides `kept`, takes all rows out of these, and has ids begin with 1 again. */
async function emptyTables(url: string, kept: ReadonlySet<string>): Promise<void> {
  await onServer(url, async (server) => {
    await server.query('SET foreign_key_checks = 0');
    for (const name of await tableNames(server)) if (!kept.has(name)) await server.query(`DROP TABLE \`${name}\``);
    const [tables] = await server.query<(RowDataPacket & { name: string; isUsed: 0 | 1 | null })[]>(
      `SELECT table_name AS name, auto_increment > 1 AS isUsed FROM information_schema.tables
       WHERE table_schema = DATABASE() AND table_name <> 'migrations'`,
    );
    const asked = tables.map(({ name }) => `SELECT '${name}' AS name FROM (SELECT 1 FROM \`${name}\` LIMIT 1) AS one`);
    const [filled] = await server.query<(RowDataPacket & { name: string })[]>(asked.join(' UNION ALL '));
    const names = new Set(filled.map(({ name }) => name));
    for (const { name, isUsed } of tables) if (isUsed) names.add(name);
    for (const name of names) await server.query(`TRUNCATE \`${name}\``);
  });
}

async function tableNames(server: Connection): Promise<string[]> {
  const [tables] = await server.query<(RowDataPacket & { name: string })[]>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  return tables.map(({ name }) => name);
}

async function onServer<Answer>(url: string, work: (server: Connection) => Promise<Answer>): Promise<Answer> {
  const server = await mysql.createConnection(url);
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}
