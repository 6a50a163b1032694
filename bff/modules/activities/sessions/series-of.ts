import type { Transaction } from 'sequelize';
import type { Activity } from '../model.ts';
import { ActivitySeries } from './model.ts';

type Session = Pick<Activity, 'seriesId'>;

/** The series that an activity is a session of, as its pages name it; null: of none. */
export async function readSeriesOf({ seriesId }: Session, t?: Transaction) {
  if (seriesId === null) return null;
  const series = await ActivitySeries.findByPk(seriesId, t && { transaction: t });
  if (!series) return null;
  const { id, title, way, needed } = series;
  return { id, title, way, needed };
}

/** Why nobody signs up for this session alone; null: it may be chosen by itself. */
export async function whyNotAlone(session: Session, t?: Transaction): Promise<string | null> {
  const series = await readSeriesOf(session, t);
  return series?.way === 'whole' ? `本场属于整期报名的系列，请在“${series.title}”页面报名` : null;
}
