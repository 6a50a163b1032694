import { OwnFile } from '../../features/profile/file/own-file.tsx';
import { MemberPage } from '../../shell/page.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

/** 个人档案: of the lawyer alone. */
export default function OwnFilePage() {
  return (
    <MemberPage title="个人档案" entry="account">
      {({ kind }) => (kind === 'lawyer' ? <OwnFile /> : <Notice>个人档案由律师用本人的账号查看。</Notice>)}
    </MemberPage>
  );
}
