import { useParams } from 'react-router';
import { seriesEndpoints } from '../../../bff/contract/activity-series/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { EditPage } from '../../ui/form/EditPage.tsx';
import { seriesFieldsOf, toSeriesInput, toSeriesValues } from './series-form.tsx';
import { seriesKey } from './use-series.ts';

/** 修改系列: what was promised to those who signed up stays. */
export function SeriesEdit() {
  const { id = '' } = useParams();
  return (
    <EditPage
      key={id}
      name="修改系列"
      back={{ to: pageUrl('series', { id }), label: '系列详情' }}
      cacheKey={seriesKey(id)}
      listKey={['activity-series']}
      load={(signal) => call(seriesEndpoints.showSeries, { params: { id } }, signal)}
      toValues={toSeriesValues}
      fields={({ details }) => seriesFieldsOf(details)}
      save={(values, { version }) =>
        call(seriesEndpoints.updateSeries, { params: { id }, body: { ...toSeriesInput(values), version } })
      }
    />
  );
}
