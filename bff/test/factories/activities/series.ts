import type { CreateSeriesParsed } from '../../../contract/activity-series/schemas.ts';
import { createSeries } from '../../../modules/activities/series/write-series.ts';
import { staffActor } from '../registry.ts';
import { makeActivity } from './activity.ts';

/** A series without sessions; answers its id. */
export const makeSeries = (more: Partial<CreateSeriesParsed> = {}): Promise<number> =>
  createSeries({
    actor: staffActor('events'),
    input: { title: '青年律师实务训练营', details: '<p>共三场。</p>', way: 'whole', needed: 0, ...more },
  });

/** A published session of a series. */
export const makeSession = (seriesId: number, more: Parameters<typeof makeActivity>[0] = {}) =>
  makeActivity({ seriesId, capacity: 10, ...more });
