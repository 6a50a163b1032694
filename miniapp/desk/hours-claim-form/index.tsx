import { ClaimForm } from '../../features/external-hours/claim-form.tsx';
import { ForLawyers } from '../../features/external-hours/for-lawyers.tsx';
import { OneClaim } from '../../features/external-hours/one-claim.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';

/** States hours that were earned elsewhere, or mends what was returned. */
export default function HoursClaimFormPage() {
  const { id } = useParams();
  return (
    <MemberPage title="申报校外学时" entry="activities">
      {({ id: accountId, kind }) => {
        if (kind === 'firm') return <ForLawyers />;
        if (!id) return <ClaimForm accountId={accountId} claim={null} />;
        return (
          <OneClaim id={Number(id)}>
            {(claim) => <ClaimForm key={claim.version} accountId={accountId} claim={claim} />}
          </OneClaim>
        );
      }}
    </MemberPage>
  );
}
