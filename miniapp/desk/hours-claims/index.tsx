import { ClaimList } from '../../features/external-hours/claim-list.tsx';
import { ForLawyers } from '../../features/external-hours/for-lawyers.tsx';
import { MemberPage } from '../../shell/page.tsx';

/** 校外学时申报: own claims of hours earned elsewhere. */
export default function HoursClaimsPage() {
  return (
    <MemberPage title="校外学时申报" entry="activities">
      {({ kind }) => (kind === 'firm' ? <ForLawyers /> : <ClaimList />)}
    </MemberPage>
  );
}
