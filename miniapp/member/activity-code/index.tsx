import { OwnCode } from '../../features/activities/own-code.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';

export default function ActivityCodePage() {
  const { id } = useParams();
  return (
    <MemberPage title="签到码" entry="activities">
      {(account) => <OwnCode accountId={account.id} registrationId={Number(id)} />}
    </MemberPage>
  );
}
