import { UniqueConstraintError, type Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { StaffActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { Setting } from './model.ts';

/** 常用意见: what reviewers write most when they reject; each says what the member should do next. */
export interface Opinions {
  opinions: string[];
  version: number;
}

const NAME = 'opinions';
const OF_A_FRESH_INSTALLATION: Opinions = {
  version: 0,
  opinions: [
    '登记信息与实际不符，请先联系协会更正后重新申请。',
    '所涉期间有尚未结束的行业处分事项，暂不能出具本证明。',
    '起始时间早于入会或成立日期，请核对后重新申请。',
    '所选律师与本所执业人员名单不一致，请核对后重新申请。',
    '申请的证明类型与用途不符，请改选相应类型后重新申请。',
  ],
};

/** The ready sentences, in the order in which they are offered. */
export async function readOpinions(t?: Transaction): Promise<Opinions> {
  const row = await Setting.findOne({
    where: { name: NAME },
    ...(t && { transaction: t, lock: t.LOCK.UPDATE }),
  });
  return row ? (JSON.parse(row.value) as Opinions) : OF_A_FRESH_INSTALLATION;
}

/** Replaces the sentences. Throws `changed_meanwhile` when a colleague saved since they were read. */
export async function updateOpinions({ actor, input }: { actor: StaffActor; input: Opinions }): Promise<Opinions> {
  const work = transaction(async (t) => {
    const before = await readOpinions(t);
    if (before.version !== input.version) throw new AppError('changed_meanwhile');
    const saved: Opinions = { opinions: input.opinions, version: before.version + 1 };
    const row = { name: NAME, value: JSON.stringify(saved), updatedAt: clock.now() };
    // Only a create can tell that somebody else was first to save: there was no row to lock.
    if (before.version === 0) await Setting.create(row, { transaction: t });
    else await Setting.update(row, { where: { name: NAME }, transaction: t });
    const words = (list: string[]) => list.map((one) => `“${one}”`).join('');
    const [added, removed] = [
      saved.opinions.filter((one) => !before.opinions.includes(one)),
      before.opinions.filter((one) => !saved.opinions.includes(one)),
    ];
    await writeAudit(
      {
        actor,
        action: 'settings.updated',
        targetKind: 'settings',
        targetId: 0,
        target: '常用意见',
        detail: [added.length > 0 && `新增${words(added)}`, removed.length > 0 && `删除${words(removed)}`]
          .filter(Boolean)
          .join('；'),
      },
      t,
    );
    return saved;
  });
  return work.catch((error: unknown) => {
    throw error instanceof UniqueConstraintError ? new AppError('changed_meanwhile') : error;
  });
}
