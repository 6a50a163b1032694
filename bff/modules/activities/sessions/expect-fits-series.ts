import { Op, type Transaction } from 'sequelize';
import { MAX_SESSIONS } from '../../../contract/activity-series/limits.ts';
import type { Admission } from '../../../contract/activities/enums.ts';
import { AppError } from '../../../errors.ts';
import { Activity } from '../model.ts';
import { ActivitySeries } from './model.ts';

/** What of a session says whether it can be signed up for together with others. */
export interface SessionTerms {
  admission: Admission;
  form: readonly unknown[];
  groups: readonly { feeFen: number }[];
}

/** Whether one tap signs up for it, where all sessions are signed up for at once: nothing is asked, chosen or paid. */
export const fitsWhole = ({ admission, form, groups }: SessionTerms): boolean =>
  admission === 'order' && form.length === 0 && groups.length === 1 && groups.every(({ feeFen }) => feeFen === 0);

export const WHOLE_TERMS = '整期报名的系列，各场须先到先得、免费、不分组、没有报名表项目';

/** Throws `invalid_fields` where an activity cannot be a session of the series that is named; `id`: null of a new one. */
export async function expectFitsSeries(
  session: SessionTerms & { id: number | null; seriesId: number | null },
  t: Transaction,
): Promise<void> {
  const { id, seriesId } = session;
  if (seriesId === null) return;
  const refused = (message: string) => new AppError('invalid_fields', { fields: { seriesId: message } });
  const series = await ActivitySeries.findByPk(seriesId, { transaction: t });
  if (!series) throw refused('该系列已不存在，请重新选择');
  const others = { seriesId, ...(id !== null && { id: { [Op.ne]: id } }) };
  if ((await Activity.count({ where: others, transaction: t })) >= MAX_SESSIONS) {
    throw refused(`一个系列最多${MAX_SESSIONS}场`);
  }
  if (series.way === 'whole' && !fitsWhole(session)) throw refused(WHOLE_TERMS);
}
