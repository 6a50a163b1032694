import { ProfileOverview } from '../../features/profile/overview/overview.tsx';
import { MemberPage } from '../../shell/page.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

/** 信息补全: of the lawyer alone. */
export default function ProfilePage() {
  return (
    <MemberPage title="信息补全" entry="account">
      {({ kind }) => (kind === 'lawyer' ? <ProfileOverview /> : <Notice>信息补全由律师用本人的账号办理。</Notice>)}
    </MemberPage>
  );
}
