import { NoticeChoices } from '../../features/notices/notice-choices.tsx';
import { MemberPage } from '../../shell/page.tsx';

export default function NoticesPage() {
  return (
    <MemberPage title="通知方式" entry="account">
      {() => <NoticeChoices />}
    </MemberPage>
  );
}
