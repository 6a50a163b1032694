import { LeaveForm } from '../../features/activities/leave-form.tsx';
import { OneActivity } from '../../features/activities/one-activity.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';

export default function ActivityLeavePage() {
  const { id } = useParams();
  return (
    <MemberPage title="请假" entry="activities">
      {(account) => (
        <OneActivity id={Number(id)}>
          {(activity) => <LeaveForm accountId={account.id} activity={activity} />}
        </OneActivity>
      )}
    </MemberPage>
  );
}
