import { useQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { PROFILE_STATES, type ProfileState } from '../../../../bff/contract/profile/enums.ts';
import { profileEndpoints, type ProfileSummary } from '../../../../bff/contract/profile/endpoints.ts';
import { pageUrl } from '../../../addresses.ts';
import { call } from '../../../api/client.ts';
import { Row } from '../../../ui/lists/row.tsx';
import { StateTag, type Tone } from '../../../ui/marks/state-tag.tsx';
import { Sheet } from '../../../ui/sheets/sheet.tsx';

const TONES = {
  untouched: 'due',
  filling: 'due',
  waiting: 'waiting',
  rejected: 'bad',
  approved: 'good',
} as const satisfies Record<ProfileState, Tone>;

/** What of the lawyer's file is to be done; asked apart, so that the home page does not wait for it. */
export function ProfileTask() {
  const { data, refetch } = useQuery({
    queryKey: ['profile-summary'],
    queryFn: () => call(profileEndpoints.showProfileSummary, {}),
  });
  useDidShow(() => void refetch());
  if (!data) return null;
  const { state } = data;
  return (
    <Sheet>
      <Row
        href={pageUrl(state === 'approved' ? 'ownFile' : 'profile')}
        title={state === 'approved' ? '个人档案' : '信息补全'}
        detail={wordsOf(data)}
        value={<StateTag tone={TONES[state]}>{PROFILE_STATES[state]}</StateTag>}
      />
    </Sheet>
  );
}

function wordsOf({ state, percent, left, rejected }: ProfileSummary): string {
  if (state === 'waiting') return '已提交，等待协会审核';
  if (state === 'approved') return '本人填写的全部信息，已审核通过';
  if (rejected > 0) return `有${rejected}项需修改，改好后重新提交`;
  return left > 0 ? `已完成${percent}%，还有${left}项未完成` : '已全部完成，可以提交审核';
}
