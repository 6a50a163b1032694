import { UniqueConstraintError, type Transaction } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { savepoint } from '../../platform/db/database.ts';
import { Setting } from './model.ts';

/**
 * The row of a setting, locked: what is compared with it stays so until the commit. Before anybody has set anything the
 * row is made, empty, as nothing else can be locked.
 */
export async function lockSetting(name: string, t: Transaction): Promise<Setting> {
  const find = () => Setting.findOne({ where: { name }, transaction: t, lock: t.LOCK.UPDATE });
  const known = await find();
  if (known) return known;
  try {
    const empty = { name, value: '{}', updatedAt: clock.now() };
    return await savepoint(t, () => Setting.create(empty, { transaction: t }));
  } catch (error) {
    // Another process was faster.
    const made = error instanceof UniqueConstraintError ? await find() : null;
    if (!made) throw error;
    return made;
  }
}
