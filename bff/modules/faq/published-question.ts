import type { Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { FaqEntry } from './model.ts';

/** The question of an entry that everybody may read. Throws `invalid_fields` for one that is not there or not published. */
export async function publishedQuestion(id: number, t: Transaction): Promise<string> {
  const entry = await FaqEntry.findOne({ where: { id, isPublished: true }, transaction: t });
  if (!entry) throw new AppError('invalid_fields', { fields: { faq: '该条常见问题已不公布，请另选' } });
  return entry.question;
}
