import type { Transaction } from 'sequelize';
import { Setting } from './model.ts';

/** The JSON text of a setting; null before anybody has set it. */
export async function readSetting(name: string, t?: Transaction): Promise<string | null> {
  const row = await Setting.findOne({ where: { name }, ...(t && { transaction: t }) });
  return row?.value ?? null;
}
