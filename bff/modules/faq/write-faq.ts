import type { StaffActor } from '../../actor.ts';
import { MAX_FAQ_ANSWER, MAX_FAQ_ENTRIES } from '../../contract/faq/limits.ts';
import type { FaqInput, UpdateFaqParsed } from '../../contract/faq/schemas.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { keepRichText } from '../../platform/rich-text/keep-rich-text.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { FaqEntry } from './model.ts';

/** Writes an entry; answers its id. Throws `invalid_fields`, and `wrong_state` where there are too many. */
export async function createFaq({ actor, input }: { actor: StaffActor; input: FaqInput }): Promise<number> {
  const answer = answerOf(input);
  return transaction(async (t) => {
    if ((await FaqEntry.count({ transaction: t })) >= MAX_FAQ_ENTRIES) {
      throw new AppError('wrong_state', { message: `常见问题最多${MAX_FAQ_ENTRIES}条，请先合并或修改现有的` });
    }
    const row = { ...input, ...answer, shippedAs: null, version: 1, updatedAt: clock.now() };
    const { id } = await FaqEntry.create(row, { transaction: t });
    const line = { action: 'faq.created', targetKind: 'faq', targetId: id, target: input.question } as const;
    await writeAudit({ actor, ...line }, t);
    return id;
  });
}

/** Changes an entry that the actor saw. Throws `invalid_fields`, `not_found`, `changed_meanwhile`. */
export async function updateFaq(changed: { actor: StaffActor; id: number; input: UpdateFaqParsed }): Promise<void> {
  const { actor, id, input } = changed;
  const { version, ...entry } = input;
  const answer = answerOf(input);
  await transaction(async (t) => {
    const row = await FaqEntry.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (!row) throw new AppError('not_found');
    if (row.version !== version) throw new AppError('changed_meanwhile');
    await row.update({ ...entry, ...answer, version: version + 1, updatedAt: clock.now() }, { transaction: t });
    const line = { action: 'faq.updated', targetKind: 'faq', targetId: id, target: entry.question } as const;
    await writeAudit({ actor, ...line, detail: entry.isPublished ? '公布' : '未公布' }, t);
  });
}

/** What is kept of an answer: the closed rich text, and its words to search in. */
function answerOf({ answer }: Pick<FaqInput, 'answer'>): { answer: string; answerHtml: string } {
  const { body, bodyText } = keepRichText(answer, { name: 'answer', label: '答案', max: MAX_FAQ_ANSWER });
  return { answer: bodyText, answerHtml: body };
}
