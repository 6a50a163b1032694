import { ACTIVITY_KINDS, type ActivityKind } from '../../../contract/activities/enums.ts';
import { PRACTICE_RANGES } from '../../../contract/activity-statistics/enums.ts';
import {
  activityFigures,
  type ActivityFigures,
  type ActivityFiguresRow,
  type ActivityStatistics,
  type GroupFigures,
} from '../../../contract/activity-statistics/replies.ts';
import type { ActivityPeriodParsed } from '../../../contract/activity-statistics/schemas.ts';
import { toShanghaiDate } from '../../../contract/dates.ts';
import { LAWYER_CATEGORIES } from '../../../contract/registry/enums.ts';
import { select } from '../../../platform/db/database.ts';
import type { ListPage } from '../../../platform/db/keyset.ts';
import { idRow } from '../../../platform/db/rows.ts';
import { Activity } from '../model.ts';
import {
  activitiesOf,
  countByActivity,
  countByCategory,
  countByFirm,
  countByPractice,
  filledAt,
} from './count-registrations.ts';

const FIGURES = activityFigures.keyof().options;
const NOTHING = figuresBy(() => 0);

/** 活动统计: who signed up for the activities that begin in a period, who came, and who they are. */
export async function showActivityStatistics(asked: ActivityPeriodParsed): Promise<ActivityStatistics> {
  const byActivity = await rowsOf(asked);
  const [categories, practice, firms] = [
    await countByCategory(asked),
    await countByPractice(asked),
    await countByFirm(asked),
  ];
  return {
    activities: byActivity.length,
    cancelledActivities: byActivity.filter(({ isCancelled }) => isCancelled).length,
    capacity: byActivity.reduce((sum, { capacity }) => sum + capacity, 0),
    total: sumOf(byActivity),
    byActivity,
    byKind: kindsOf(byActivity),
    byCategory: categories.map(({ category, ...figures }) => groupOf(category, LAWYER_CATEGORIES[category], figures)),
    byPractice: practice.map(({ years, ...figures }) =>
      groupOf(String(years), PRACTICE_RANGES[years as keyof typeof PRACTICE_RANGES], figures),
    ),
    byFirm: firms.map(({ firmId, name, ...figures }) => groupOf(String(firmId ?? 0), name || '无执业机构', figures)),
  };
}

/** The same line by line, for a file. */
export async function listActivityFigures(asked: ActivityPeriodParsed): Promise<ListPage<ActivityFiguresRow>> {
  const items = await rowsOf(asked);
  return { items, next: null, total: items.length, totalIsCapped: false };
}

/** The activities of the period, the latest first. */
async function rowsOf(asked: ActivityPeriodParsed): Promise<ActivityFiguresRow[]> {
  const { sql, values } = activitiesOf(asked);
  const ids = await select(
    idRow,
    `SELECT a.id FROM activities a WHERE ${sql} ORDER BY a.begins_at DESC, a.id DESC`,
    values,
  );
  const counted = await countByActivity(asked);
  const rows: ActivityFiguresRow[] = [];
  for (const activity of await activitiesBy(ids.map(({ id }) => id))) {
    const { id, title, kind, capacity, beginsAt, opensAt, state } = activity;
    const figures = counted.get(id) ?? NOTHING;
    // Only where so many signed up at all is it looked when they did.
    const filled = figures.signed >= capacity ? await filledAt({ id, capacity }) : null;
    rows.push({
      id,
      title,
      kind,
      beginsOn: toShanghaiDate(beginsAt),
      isCancelled: state === 'cancelled',
      capacity,
      filledAfter: filled === null ? null : Math.max(0, Math.ceil((filled - opensAt) / 60_000)),
      ...figures,
    });
  }
  return rows;
}

/** In the order of their ids as given. */
async function activitiesBy(ids: readonly number[]): Promise<Activity[]> {
  const found = new Map(
    (await Activity.findAll({ where: { id: [...ids] } })).map((activity) => [activity.id, activity]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

const groupOf = (key: string, label: string, figures: ActivityFigures): GroupFigures => ({ key, label, ...figures });

function kindsOf(rows: readonly ActivityFiguresRow[]): GroupFigures[] {
  const kinds = Map.groupBy(rows, ({ kind }) => kind);
  return [...kinds]
    .map(([kind, own]: [ActivityKind, ActivityFiguresRow[]]) => groupOf(kind, ACTIVITY_KINDS[kind], sumOf(own)))
    .sort((a, b) => b.signed - a.signed);
}

/** Figures added up. */
const sumOf = (rows: readonly ActivityFigures[]): ActivityFigures =>
  figuresBy((figure) => rows.reduce((sum, row) => sum + row[figure], 0));

function figuresBy(valueOf: (figure: keyof ActivityFigures) => number): ActivityFigures {
  return Object.fromEntries(FIGURES.map((figure) => [figure, valueOf(figure)])) as ActivityFigures;
}
