import { Op, type Transaction } from 'sequelize';
import { startOfShanghaiDay } from '../../contract/dates.ts';
import type { ViewedPart } from '../../contract/views/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import { PersonalView } from './model.ts';

/** The latest looks at a lawyer's data, newest first. */
export const listPersonalViews = (lawyerId: number, limit: number): Promise<PersonalView[]> =>
  PersonalView.findAll({ where: { lawyerId }, order: [['id', 'DESC']], limit });

/** How often it was looked at today (Shanghai). The lawyer's row is locked by whoever judges by it. */
export const countViewsToday = (lawyerId: number, part: ViewedPart, t: Transaction): Promise<number> =>
  PersonalView.count({
    where: { lawyerId, part, at: { [Op.gte]: startOfShanghaiDay(clock.today()) } },
    transaction: t,
  });
