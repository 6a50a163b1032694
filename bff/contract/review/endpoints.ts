import type { ApplicationState } from '../certificates/enums.ts';
import type { ReviewRule } from './enums.ts';
import type { OpinionBlocks, StatisticsWindow } from './schemas.ts';
import { endpoint } from '../endpoint.ts';

/** Who else has the application open, and what has become of it meanwhile. */
export interface PresenceReply {
  others: string[];
  state: ApplicationState;
}

/** How review went in the last days, by time of decision. Minutes are medians from submission to a person's decision. */
export interface ReviewStatistics {
  days: number;
  decided: number;
  automatic: number;
  rejected: number;
  medianMinutes: number | null;
  byType: {
    typeId: number;
    label: string;
    automatic: number;
    manual: number;
    rejected: number;
    medianMinutes: number | null;
  }[];
  byReviewer: { name: string; decided: number; rejected: number; medianMinutes: number | null }[];
  /** Applications that went to a person, by time of submission. */
  referred: number;
  /** An application may have several. */
  reasons: { rule: ReviewRule; applications: number }[];
}

export const reviewEndpoints = {
  announcePresence: endpoint<{ params: { id: string }; reply: PresenceReply }>()({
    method: 'PUT',
    path: '/staff/applications/:id/presence',
    access: ['reviewer'],
    summary: 'Says that one looks at an application, and hears who else does',
  }),
  endPresence: endpoint<{ params: { id: string }; reply: null }>()({
    method: 'DELETE',
    path: '/staff/applications/:id/presence',
    access: ['reviewer'],
    summary: 'Says that one has gone on to something else',
  }),
  showOpinions: endpoint<{ reply: { opinions: string[]; version: number } }>()({
    method: 'GET',
    path: '/staff/opinions',
    access: ['reviewer'],
    summary: 'Ready sentences for rejections',
  }),
  updateOpinions: endpoint<{ body: OpinionBlocks; reply: { opinions: string[]; version: number } }>()({
    method: 'PUT',
    path: '/staff/opinions',
    access: ['reviewer'],
    summary: 'Changes the ready sentences for rejections',
  }),
  showReviewStatistics: endpoint<{ query: StatisticsWindow; reply: ReviewStatistics }>()({
    method: 'GET',
    path: '/staff/review-statistics',
    access: ['reviewer'],
    summary: 'Times, shares and reasons of the last 30 or 90 days',
  }),
} as const;
