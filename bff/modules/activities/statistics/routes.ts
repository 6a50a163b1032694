import { activityStatisticsEndpoints as statistics } from '../../../contract/activity-statistics/endpoints.ts';
import { activityStatistics } from '../../../contract/activity-statistics/replies.ts';
import { activityPeriod } from '../../../contract/activity-statistics/schemas.ts';
import { route } from '../../../http/route.ts';
import { showActivityStatistics } from './show-statistics.ts';

/** 活动统计. */
export const activityStatisticsRoutes = [
  route(statistics.showActivityStatistics, { query: activityPeriod, reply: activityStatistics }, ({ query }) =>
    showActivityStatistics(query),
  ),
];
