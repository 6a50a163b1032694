import { certificateEndpoints, type QueueRow } from '../../../bff/contract/certificates/endpoints.ts';
import { applicationUrl, REVIEW_DESK } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { ShortList } from '../../ui/list/ShortList.tsx';
import { ApplicationCard } from './ApplicationCard.tsx';
import { queueColumns } from './columns.tsx';
import { Doubts } from './tags.tsx';

/** What has waited longest, on the home of 审核人员. */
export function OldestApplications() {
  return (
    <ShortList<QueueRow>
      title="等待最久的申请"
      all={{ to: REVIEW_DESK, label: '全部待审批' }}
      queryKey={['applications', 'list', 'oldest']}
      load={(at, signal) =>
        call(certificateEndpoints.listQueue, { query: { ...at, state: 'pending', order: 'oldest' } }, signal)
      }
      columns={queueColumns}
      card={(row) => <ApplicationCard row={row} tag={<Doubts row={row} />} />}
      href={applicationUrl}
      empty="没有等待审核的申请"
    />
  );
}
