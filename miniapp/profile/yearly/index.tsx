import { YearlyReviewSheet } from '../../features/campaigns/yearly-review.tsx';
import { OwnFile } from '../../features/profile/file/own-file.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

/** 年度核对: everything on one page, and one tap where nothing changed; of the lawyer alone. */
export default function YearlyReviewPage() {
  const id = Number(useParams()['id']);
  return (
    <MemberPage title="年度核对" entry="account">
      {({ kind }) =>
        kind === 'lawyer' ? (
          <>
            <YearlyReviewSheet id={id} />
            <OwnFile />
          </>
        ) : (
          <Notice>年度核对由律师用本人的账号完成。</Notice>
        )
      }
    </MemberPage>
  );
}
