import { z } from 'zod';
import { toIso } from '../../contract/dates.ts';
import { MAX_FAQ_ENTRIES } from '../../contract/faq/limits.ts';
import type { FaqEntries, FaqEntry as FaqEntryReply, FaqItem, FaqReply } from '../../contract/faq/replies.ts';
import { nodesOfWords } from '../../contract/rich-text/tags.ts';
import { AppError } from '../../errors.ts';
import { select } from '../../platform/db/database.ts';
import { readRichText } from '../../platform/rich-text/read-rich-text.ts';
import { FaqAsk, FaqEntry, FaqMark } from './model.ts';

const ORDER = ['position', 'id'];
/** Reasons that staff read of one entry. */
const MAX_REASONS = 20;

/** What is published, in order. */
export async function listFaq(): Promise<FaqReply> {
  const entries = await FaqEntry.findAll({ where: { isPublished: true }, order: ORDER, limit: MAX_FAQ_ENTRIES });
  return { items: entries.map(itemOf) };
}

/** Everything, for staff. */
export async function listFaqEntries(): Promise<FaqEntries> {
  const [entries, marks, asks] = await Promise.all([
    FaqEntry.findAll({ order: ORDER, limit: MAX_FAQ_ENTRIES }),
    FaqMark.findAll({ order: [['id', 'DESC']], limit: 10_000 }),
    countAsks(),
  ]);
  return {
    items: entries.map((entry) =>
      presentEntry(
        entry,
        marks.filter(({ entryId }) => entryId === entry.id),
        asks.get(entry.id) ?? 0,
      ),
    ),
  };
}

/** One of them, for staff. Throws `not_found`. */
export async function showFaqEntry(id: number): Promise<FaqEntryReply> {
  const entry = await FaqEntry.findByPk(id);
  if (!entry) throw new AppError('not_found');
  const marks = await FaqMark.findAll({ where: { entryId: id }, order: [['id', 'DESC']] });
  return presentEntry(entry, marks, await FaqAsk.count({ where: { entryId: id } }));
}

const askRow = z.strictObject({ id: z.int(), n: z.int() });

/** Entry → tickets for which it had been read in vain. */
async function countAsks(): Promise<ReadonlyMap<number, number>> {
  const rows = await select(askRow, 'SELECT entry_id AS id, COUNT(*) AS n FROM faq_asks GROUP BY entry_id', []);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

const itemOf = ({ id, category, question, answer, answerHtml, keywords, audience }: FaqEntry): FaqItem => ({
  id,
  category,
  question,
  answer,
  body: answerHtml === null ? nodesOfWords(answer) : readRichText(answerHtml),
  keywords,
  audience,
});

const presentEntry = (entry: FaqEntry, marks: readonly FaqMark[], askedAgain: number): FaqEntryReply => ({
  ...itemOf(entry),
  position: entry.position,
  isPublished: entry.isPublished,
  version: entry.version,
  updatedAt: toIso(entry.updatedAt),
  helpful: marks.filter(({ isHelpful }) => isHelpful).length,
  unhelpful: marks.filter(({ isHelpful }) => !isHelpful).length,
  askedAgain,
  reasons: marks
    .map(({ reason }) => reason)
    .filter(Boolean)
    .slice(0, MAX_REASONS),
});
