import type { Transaction } from 'sequelize';
import type { ProfileState } from '../../../contract/profile/enums.ts';
import { Profile } from '../model.ts';

/** Where a lawyer's profile stands, and when it was decided last. */
export async function readProfileProgress(
  lawyerId: number,
  t?: Transaction,
): Promise<{ state: ProfileState; decidedAt: number | null }> {
  const profile = await Profile.findOne({ where: { lawyerId }, transaction: t ?? null });
  return { state: profile?.state ?? 'untouched', decidedAt: profile?.decidedAt ?? null };
}

/** When the profiles of these lawyers were decided last; who has none is missing. */
export async function readDecidedAt(lawyerIds: readonly number[], t: Transaction): Promise<Map<number, number | null>> {
  const where = { lawyerId: [...lawyerIds] };
  const rows = await Profile.findAll({ where, attributes: ['lawyerId', 'decidedAt'], transaction: t });
  return new Map(rows.map(({ lawyerId, decidedAt }) => [lawyerId, decidedAt]));
}
