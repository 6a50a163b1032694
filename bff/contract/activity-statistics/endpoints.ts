import { endpoint } from '../endpoint.ts';
import type { ActivityStatistics } from './replies.ts';
import type { ActivityPeriod } from './schemas.ts';

export type * from './replies.ts';

export const activityStatisticsEndpoints = {
  showActivityStatistics: endpoint<{ query: ActivityPeriod; reply: ActivityStatistics }>()({
    method: 'GET',
    path: '/staff/activity-statistics',
    access: ['events'],
    summary:
      'Of the activities that begin in a period: who signed up, who came, by activity, category, practice and firm',
  }),
} as const;
