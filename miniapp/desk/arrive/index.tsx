import { Arrive } from '../../features/activities/arrive.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';

export default function ArrivePage() {
  const { code } = useParams();
  return (
    <MemberPage title="现场签到" entry="activities">
      {() => <Arrive code={code ?? ''} />}
    </MemberPage>
  );
}
