import type { Transaction } from 'sequelize';
import { Application } from '../model.ts';

/** The paper copies of a replaced certificate are those of its successor now: its application says so too. */
export async function keepPaper(carried: { from: number; to: number }, t: Transaction): Promise<void> {
  const { paper } = await Application.findByPk(carried.from, { transaction: t, rejectOnEmpty: true });
  await Application.update({ paper }, { where: { id: carried.to }, transaction: t });
}
