import { endpoint } from '../endpoint.ts';
import type { SeriesPage, SeriesRows, StaffSeries } from './replies.ts';
import type { CreateSeries, ListSeries, SignUpWhole, UpdateSeries } from './schemas.ts';

export type * from './replies.ts';

type Id = { id: string };

/** 系列: activities that belong together. */
export const seriesEndpoints = {
  showOwnSeries: endpoint<{ params: Id; reply: SeriesPage }>()({
    method: 'GET',
    path: '/me/series/:id',
    access: 'member',
    summary: 'A series with its sessions, where the lawyer stands in each, and what can be done now',
  }),
  signUpWhole: endpoint<{ params: Id; body: SignUpWhole; reply: SeriesPage }>()({
    method: 'POST',
    path: '/me/series/:id/registrations',
    access: 'member',
    summary: 'Signs the lawyer up for every session that is open, or for none; twice makes one of each',
  }),
  cancelWhole: endpoint<{ params: Id; reply: SeriesPage }>()({
    method: 'POST',
    path: '/me/series/:id/cancellation',
    access: 'member',
    summary: 'Gives back every seat of the series that can still be given back',
  }),
  listSeries: endpoint<{ query: ListSeries; reply: SeriesRows }>()({
    method: 'GET',
    path: '/staff/series',
    access: ['events'],
    summary: 'Series, the latest first',
  }),
  createSeries: endpoint<{ body: CreateSeries; reply: StaffSeries }>()({
    method: 'POST',
    path: '/staff/series',
    access: ['events'],
    summary: 'Makes a series, whose sessions are then made as activities',
  }),
  showSeries: endpoint<{ params: Id; reply: StaffSeries }>()({
    method: 'GET',
    path: '/staff/series/:id',
    access: ['events'],
    summary: 'A series with its sessions',
  }),
  updateSeries: endpoint<{ params: Id; body: UpdateSeries; reply: StaffSeries }>()({
    method: 'PUT',
    path: '/staff/series/:id',
    access: ['events'],
    summary: 'Changes a series; once somebody has signed up, what hours need can only become less',
  }),
} as const;
