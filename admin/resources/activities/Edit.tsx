import { useParams } from 'react-router';
import { activityEndpoints } from '../../../bff/contract/activities/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { EditPage } from '../../ui/form/EditPage.tsx';
import { activityFieldsOf } from './form/activity-fields.tsx';
import { toActivityUpdate, toActivityValues } from './form/activity-values.ts';
import { publishedFieldsOf } from './form/published-fields.tsx';
import { activityKey } from './use-activities.ts';

/** 修改活动: what was promised to those who signed up is only lengthened. */
export function ActivityEdit() {
  const { id = '' } = useParams();
  return (
    <EditPage
      key={id}
      name="修改活动"
      back={{ to: pageUrl('activity', { id }), label: '活动详情' }}
      cacheKey={activityKey(id)}
      listKey={['activities']}
      load={(signal) => call(activityEndpoints.showStaffActivity, { params: { id } }, signal)}
      toValues={toActivityValues}
      fields={({ publishedAt, details }) => (publishedAt ? publishedFieldsOf(details) : activityFieldsOf(details))}
      save={(values, { version }) =>
        call(activityEndpoints.updateActivity, { params: { id }, body: toActivityUpdate(values, version) })
      }
    />
  );
}
