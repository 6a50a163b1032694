import type { Transaction } from 'sequelize';
import { faqInWords } from '../../contract/faq/named-faq.ts';
import { env } from '../../env.ts';
import { FaqEntry } from './model.ts';

/** Published entries as an answer names them, by their ids; one that is not published is not among them. */
export async function nameFaq(ids: readonly number[], t?: Transaction): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const where = { id: [...ids], isPublished: true };
  const entries = await FaqEntry.findAll({ where, attributes: ['id', 'question'], ...(t && { transaction: t }) });
  return new Map(entries.map(({ id, question }) => [id, faqInWords({ id, question, origin: env.PUBLIC_URL })]));
}
