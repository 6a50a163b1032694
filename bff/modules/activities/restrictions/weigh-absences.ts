import { Op, type Transaction } from 'sequelize';
import { addMonths, DAY_MS, startOfShanghaiDay, toShanghaiDate } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { lockForWriting } from '../../registry/facts/lock-subjects.ts';
import { Presence } from '../presence/model.ts';
import { inWords } from '../rules.ts';
import { Restriction } from '../restricted/model.ts';
import { readAbsences } from './read-absences.ts';
import { readAbsenceRule } from './read-rule.ts';
import { meaning, type AbsenceRule } from '../restricted/rules.ts';
import { tellOfRestriction } from './tell-of-restriction.ts';

/**
 * Makes the restriction of a lawyer follow from his absences: one begins when enough count, he is warned when one more
 * would do, and one ends when an absence that led to it does not count any more. The lawyer is locked: two activities that
 * are settled at once are counted one after the other, and who signs up at the same moment is judged before or after.
 * Saying it twice changes nothing.
 */
export async function weighAbsences({ lawyerId }: { lawyerId: number }): Promise<void> {
  const rule = await readAbsenceRule();
  await transaction(async (t) => {
    await lockForWriting({ firmIds: [], lawyerIds: [lawyerId] }, t);
    await endUnfounded(lawyerId, t);
    if (rule.limit > 0) await judge({ lawyerId, rule }, t);
  });
}

/** Ends restrictions that no longer have absences enough, because one of them was corrected or excused. */
async function endUnfounded(lawyerId: number, t: Transaction): Promise<void> {
  const now = clock.now();
  const where = { lawyerId, liftedAt: null, untilAt: { [Op.gt]: now } };
  const running = await Restriction.findAll({ where, transaction: t, lock: t.LOCK.UPDATE });
  const absences = await readAbsences({ lawyerId, since: 0 }, t);
  const founded = new Set(absences.filter(({ worth }) => worth === 'used').map(({ registrationId }) => registrationId));
  for (const restriction of running) {
    if (restriction.causes.every((id) => founded.has(id))) continue;
    const liftReason = '有缺席已更正或免除，不再达到限制的次数';
    await restriction.update({ liftedAt: now, liftedBy: '', liftReason }, { transaction: t });
    await tellOfRestriction({ lawyerId, news: `活动报名限制已解除：${liftReason}。` }, t);
  }
}

async function judge({ lawyerId, rule }: { lawyerId: number; rule: AbsenceRule }, t: Transaction): Promise<void> {
  const now = clock.now();
  const since = startOfShanghaiDay(addMonths(toShanghaiDate(now), -rule.months));
  const counting = (await readAbsences({ lawyerId, since }, t)).filter(({ worth }) => worth === 'counts');
  if (counting.length >= rule.limit) {
    const causes = counting.map(({ registrationId }) => registrationId);
    const untilAt = now + rule.days * DAY_MS;
    await Restriction.create({ lawyerId, fromAt: now, untilAt, causes }, { transaction: t });
    const news = `您在${rule.months}个月内爽约${counting.length}次，${inWords(untilAt)}前${meaning}。有异议的，可以申诉。`;
    return tellOfRestriction({ lawyerId, news }, t);
  }
  const [latest] = counting;
  // Before it bites; once for an absence.
  if (!latest || counting.length < rule.limit - 1 || latest.warnedAt !== null) return;
  const where = { registrationId: latest.registrationId };
  await Presence.update({ warnedAt: now }, { where, transaction: t });
  const news = `您在${rule.months}个月内已爽约${counting.length}次，再有1次，${rule.days}天内${meaning}。不能到场的，请提前取消或请假；有异议的，可以申诉。`;
  await tellOfRestriction({ lawyerId, news }, t);
}
