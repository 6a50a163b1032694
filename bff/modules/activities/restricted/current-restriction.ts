import { Op, type Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { Restriction } from './model.ts';
import { servedFrom } from './rules.ts';

/** The restriction in which a lawyer is now, half-open; null: none. */
export const currentRestriction = (lawyerId: number, t?: Transaction): Promise<Restriction | null> => {
  const now = clock.now();
  return Restriction.findOne({
    where: { lawyerId, liftedAt: null, fromAt: { [Op.lte]: now }, untilAt: { [Op.gt]: now } },
    order: [['untilAt', 'DESC']],
    ...(t && { transaction: t }),
  });
};

/** Whether it has a lawyer wait for an activity now: where seats go to who comes first, while it is not known to be popular. */
export const hasToWait = (
  restriction: Restriction | null,
  activity: { admission: string; opensAt: number },
): restriction is Restriction =>
  restriction !== null && activity.admission === 'order' && clock.now() < servedFrom(activity);
