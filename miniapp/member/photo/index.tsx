import { PhotoWalk } from '../../features/photos/photo-walk.tsx';
import { MemberPage } from '../../shell/page.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

/** 证件照片: of the lawyer alone. */
export default function PhotoPage() {
  return (
    <MemberPage title="证件照片" entry="account">
      {({ kind }) => (kind === 'lawyer' ? <PhotoWalk /> : <Notice>证件照片由律师用本人的账号办理。</Notice>)}
    </MemberPage>
  );
}
