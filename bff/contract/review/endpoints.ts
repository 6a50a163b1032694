import type { OpinionBlocks, StatisticsWindow } from './schemas.ts';
import type { OpinionsReply, OwnWordsReply, PresenceReply, ReadingReply, ReviewStatistics } from './replies.ts';
import { endpoint } from '../endpoint.ts';

export type * from './replies.ts';

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
  openReading: endpoint<{ params: { id: string }; reply: ReadingReply }>()({
    method: 'POST',
    path: '/staff/applications/:id/readings',
    access: ['reviewer'],
    summary: 'Opens the letter of a waiting application to be read',
  }),
  finishReading: endpoint<{ params: { id: string; reading: string }; reply: ReadingReply }>()({
    method: 'PUT',
    path: '/staff/applications/:id/readings/:reading',
    access: ['reviewer'],
    summary: 'Says that the letter was read through; too soon it does not count',
  }),
  showOpinions: endpoint<{ reply: OpinionsReply }>()({
    method: 'GET',
    path: '/staff/opinions',
    access: ['reviewer'],
    summary: 'Ready sentences for rejections',
  }),
  updateOpinions: endpoint<{ body: OpinionBlocks; reply: OpinionsReply }>()({
    method: 'PUT',
    path: '/staff/opinions',
    access: ['reviewer'],
    summary: 'Changes the ready sentences for rejections',
  }),
  listOwnWords: endpoint<{ reply: OwnWordsReply }>()({
    method: 'GET',
    path: '/staff/overruling-words',
    access: ['reviewer'],
    summary: 'The last words with which one has settled doubts oneself, by rule',
  }),
  showReviewStatistics: endpoint<{ query: StatisticsWindow; reply: ReviewStatistics }>()({
    method: 'GET',
    path: '/staff/review-statistics',
    access: ['reviewer'],
    summary: 'Times, shares and reasons of the last 30 or 90 days',
  }),
} as const;
