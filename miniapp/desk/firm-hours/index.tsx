import { FirmHoursList } from '../../features/firm-lawyers/firm-hours.tsx';
import { MemberPage } from '../../shell/page.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

/** 本所律师学时: of firms; a lawyer reads his own in 我的学时. */
export default function FirmHoursPage() {
  return (
    <MemberPage title="本所律师学时" entry="firmLawyers">
      {({ id, kind }) =>
        kind === 'firm' ? (
          <FirmHoursList key={id} />
        ) : (
          <Notice>本所律师学时由律所、公司律师办公室等团体会员查看。</Notice>
        )
      }
    </MemberPage>
  );
}
