import type { Transaction } from 'sequelize';
import { Photo } from './model.ts';

/** Whether a lawyer has a photo in use, or one that is with staff; one that nobody has handed in counts for nothing. */
export async function hasPhoto(lawyerId: number, t?: Transaction): Promise<boolean> {
  const slot = ['current', 'pending'].map((name) => `${name}:${lawyerId}`);
  return (await Photo.count({ where: { slot }, transaction: t ?? null })) > 0;
}

/** Whether a photo waits to be compared by staff. */
export async function isPhotoByHand(lawyerId: number, t?: Transaction): Promise<boolean> {
  return (await Photo.count({ where: { slot: `pending:${lawyerId}`, way: 'manual' }, transaction: t ?? null })) > 0;
}
