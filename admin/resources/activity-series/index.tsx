import { OrderedListOutlined } from '@ant-design/icons';
import { seriesEndpoints as series } from '../../../bff/contract/activity-series/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 活动系列: activities that belong together. */
export const activitySeries: Resource = {
  pages: [
    page('activitySeries', series.listSeries, async () => (await import('./List.tsx')).SeriesList),
    page('seriesNew', series.createSeries, async () => (await import('./New.tsx')).SeriesNew),
    page('series', series.showSeries, async () => (await import('./Show.tsx')).SeriesShow),
    page('seriesEdit', series.updateSeries, async () => (await import('./Edit.tsx')).SeriesEdit),
  ],
  menu: [
    {
      group: 'services',
      to: pageUrl('activitySeries'),
      label: '活动系列',
      icon: <OrderedListOutlined />,
      endpoint: series.listSeries,
    },
  ],
};
