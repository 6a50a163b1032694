import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { Setting } from './model.ts';

/** The JSON text of a setting; null before anybody has set it. */
export async function readSetting(name: string, t?: Transaction): Promise<string | null> {
  const row = await Setting.findOne({ where: { name }, ...(t && { transaction: t }) });
  return row?.value ?? null;
}

const row = z.strictObject({ value: z.string() });

/** The same, to be read together with what rests on it: no row before anybody has set it. */
export const settingOf = (name: string) => ({ row, sql: 'SELECT value FROM settings WHERE name = ?', values: [name] });
