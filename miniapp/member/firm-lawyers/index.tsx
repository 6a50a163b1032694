import { LawyerList } from '../../features/firm-lawyers/lawyer-list.tsx';
import { MemberPage } from '../../shell/page.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

/** 律师列表: of firms; a lawyer has none. */
export default function FirmLawyersPage() {
  return (
    <MemberPage title="律师列表" entry="firmLawyers">
      {({ id, kind }) =>
        kind === 'firm' ? <LawyerList key={id} /> : <Notice>律师列表由律所、公司律师办公室等团体会员查看。</Notice>
      }
    </MemberPage>
  );
}
