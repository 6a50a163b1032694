import { QueryTypes } from 'sequelize';
import { env } from '../../env.ts';
import { database } from '../../platform/db/database.ts';

/**
 * SELECTs of this process, as the database server counted them: prepared statements and others, those of models and those
 * written by hand. Connection by connection, because other test files have theirs on the same server.
 */
async function readsSoFar(): Promise<number> {
  const { sequelize } = database;
  const all = await Promise.all(Array.from({ length: env.DATABASE_POOL }, async () => await sequelize.transaction()));
  const counts = await Promise.all(
    all.map(async (transaction) => {
      const query = { type: QueryTypes.SELECT, transaction } as const;
      const [row] = await sequelize.query<{ Value: string }>("SHOW SESSION STATUS LIKE 'Com_select'", query);
      await transaction.rollback();
      return Number(row?.Value);
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** So many SELECTs a piece of work asks. */
export async function readsDuring(work: () => Promise<void>): Promise<number> {
  const before = await readsSoFar();
  await work();
  return (await readsSoFar()) - before;
}
