import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { toIso } from '../../../contract/dates.ts';
import { faqIdsIn, faqPlace } from '../../../contract/ticket-text-blocks/placeholders.ts';
import { MAX_BLOCKS } from '../../../contract/ticket-text-blocks/limits.ts';
import type { TextBlocks } from '../../../contract/ticket-text-blocks/replies.ts';
import type { AddTextBlock, ChangeTextBlock } from '../../../contract/ticket-text-blocks/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { nameFaq } from '../../faq/name-faq.ts';
import { TextBlock } from './model.ts';

/** All text blocks as they are kept, in the order of their names. */
export async function listTextBlocks(): Promise<TextBlocks> {
  const blocks = await TextBlock.findAll({ order: ['title', 'id'] });
  return {
    items: blocks.map(({ id, title, body, next, version, updatedAt, updatedBy }) => ({
      id,
      title,
      body,
      next,
      version,
      updatedAt: toIso(updatedAt),
      updatedBy,
    })),
  };
}

/** Adds a text block. Throws `wrong_state` when there are too many to find anything, `invalid_fields` as `expectFaq`. */
export async function addTextBlock({ actor, input }: { actor: StaffActor; input: AddTextBlock }): Promise<void> {
  await transaction(async (t) => {
    if ((await TextBlock.count({ transaction: t })) >= MAX_BLOCKS) {
      throw new AppError('wrong_state', { message: `文本块最多${MAX_BLOCKS}个，请先删除不用的` });
    }
    await expectFaq(input, t);
    const block = await TextBlock.create({ ...input, version: 1, ...by(actor) }, { transaction: t });
    await note(actor, block, `新增：${block.body}`, t);
  });
}

/** Changes a text block. Throws `not_found`, `invalid_fields` as `expectFaq`, `changed_meanwhile` where a colleague was first. */
export async function changeTextBlock(changed: {
  actor: StaffActor;
  id: number;
  input: ChangeTextBlock;
}): Promise<void> {
  const { actor, id, input } = changed;
  await transaction(async (t) => {
    const block = await lock({ id, version: input.version }, t);
    await expectFaq(input, t);
    const before = block.body;
    await block.update({ ...input, version: block.version + 1, ...by(actor) }, { transaction: t });
    await note(actor, block, before === block.body ? '修改名称或状态' : `原为：${before}`, t);
  });
}

/** Removes a text block. Throws as `changeTextBlock`. */
export async function removeTextBlock(removed: { actor: StaffActor; id: number; version: number }): Promise<void> {
  await transaction(async (t) => {
    const block = await lock(removed, t);
    await block.destroy({ transaction: t });
    await note(removed.actor, block, `删除：${block.body}`, t);
  });
}

/** Entries of 常见问题 that a block names are published: members would be led to nothing. Throws `invalid_fields`. */
async function expectFaq({ body }: Pick<AddTextBlock, 'body'>, t: Transaction): Promise<void> {
  const ids = faqIdsIn(body);
  const known = await nameFaq(ids, t);
  const unknown = ids.find((id) => !known.has(id));
  if (unknown === undefined) return;
  const fault = `没有“${faqPlace(unknown)}”这条已发布的常见问题，请从列出的常见问题中选择`;
  throw new AppError('invalid_fields', { fields: { body: fault } });
}

async function lock({ id, version }: { id: number; version: number }, t: Transaction): Promise<TextBlock> {
  const block = await TextBlock.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
  if (!block) throw new AppError('not_found');
  if (block.version !== version) throw new AppError('changed_meanwhile');
  return block;
}

const by = (actor: StaffActor) => ({ updatedAt: clock.now(), updatedBy: actor.name });

const note = (actor: StaffActor, block: TextBlock, detail: string, t: Transaction): Promise<void> =>
  writeAudit(
    {
      actor,
      action: 'settings.updated',
      targetKind: 'settings',
      targetId: 0,
      target: `文本块“${block.title}”`,
      detail,
    },
    t,
  );
