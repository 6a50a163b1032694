import { profileEndpoints } from '../../../bff/contract/profile/endpoints.ts';
import type { ProfileRow } from '../../../bff/contract/profile/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { ShortList } from '../../ui/list/ShortList.tsx';
import { ProfileCard, profileHref, waitingColumns } from './List.tsx';

/** What has waited longest, on the home of 会员管理人员. */
export function OldestProfiles() {
  return (
    <ShortList<ProfileRow>
      title="等待最久的信息审核"
      all={{ to: pageUrl('profiles', { state: 'waiting' }), label: '全部待审核' }}
      queryKey={['profiles', 'list', 'oldest']}
      load={(at, signal) => call(profileEndpoints.listProfiles, { query: { ...at, state: 'waiting' } }, signal)}
      columns={waitingColumns}
      card={(row) => <ProfileCard row={row} isQueue />}
      href={profileHref}
      empty="没有待审核的会员信息"
    />
  );
}
