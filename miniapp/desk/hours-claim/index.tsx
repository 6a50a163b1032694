import { ClaimDetail } from '../../features/external-hours/claim-detail.tsx';
import { ForLawyers } from '../../features/external-hours/for-lawyers.tsx';
import { OneClaim } from '../../features/external-hours/one-claim.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';

/** One own claim: where it stands and what can be done with it. */
export default function HoursClaimPage() {
  const { id } = useParams();
  return (
    <MemberPage title="校外学时" entry="activities">
      {({ kind }) =>
        kind === 'firm' ? (
          <ForLawyers />
        ) : (
          <OneClaim id={Number(id)}>{(claim) => <ClaimDetail claim={claim} />}</OneClaim>
        )
      }
    </MemberPage>
  );
}
