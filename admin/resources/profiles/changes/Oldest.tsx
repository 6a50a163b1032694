import { profileChangeEndpoints } from '../../../../bff/contract/profile-changes/endpoints.ts';
import type { ProfileChangeRow } from '../../../../bff/contract/profile-changes/replies.ts';
import { pageUrl } from '../../../addresses.ts';
import { call } from '../../../providers/call.ts';
import { ShortList } from '../../../ui/list/ShortList.tsx';
import { ChangeCard, changeHref, waitingColumns } from './List.tsx';

/** Changes of approved profiles that have waited longest, on the home of 会员管理人员. */
export function OldestChanges() {
  return (
    <ShortList<ProfileChangeRow>
      title="等待最久的信息变更"
      all={{ to: pageUrl('profileChanges', { state: 'waiting' }), label: '全部待审核的变更' }}
      queryKey={['profile-changes', 'list', 'oldest']}
      load={(at, signal) =>
        call(profileChangeEndpoints.listProfileChanges, { query: { ...at, state: 'waiting' } }, signal)
      }
      columns={waitingColumns}
      card={(row) => <ChangeCard row={row} isQueue />}
      href={changeHref}
      empty="没有待审核的信息变更"
    />
  );
}
