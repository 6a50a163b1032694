import { externalHoursEndpoints } from '../../../bff/contract/external-hours/endpoints.ts';
import type { HoursClaimRow } from '../../../bff/contract/external-hours/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { ShortList } from '../../ui/list/ShortList.tsx';
import { ClaimCard, claimColumns, claimHref } from './List.tsx';

/** Claims of hours that have waited longest, on the home of 活动人员. */
export function OldestClaims() {
  return (
    <ShortList<HoursClaimRow>
      title="等待最久的校外学时"
      all={{ to: pageUrl('hoursClaims', { state: 'waiting' }), label: '全部待审核的校外学时' }}
      queryKey={['hours-claims', 'list', 'oldest']}
      load={(at, signal) =>
        call(externalHoursEndpoints.listHoursClaims, { query: { ...at, state: 'waiting' } }, signal)
      }
      columns={claimColumns}
      card={(row) => <ClaimCard row={row} />}
      href={claimHref}
      empty="没有待审核的校外学时"
    />
  );
}
