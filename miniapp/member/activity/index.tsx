import { ActivityDetail } from '../../features/activities/activity-detail.tsx';
import { OneActivity } from '../../features/activities/one-activity.tsx';
import { RegistrationPayment } from '../../features/payments/registration-payment.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';

export default function ActivityPage() {
  const { id } = useParams();
  return (
    <MemberPage title="活动详情" entry="activities">
      {({ kind }) => (
        <OneActivity id={Number(id)}>
          {(activity) => (
            <ActivityDetail
              activity={activity}
              isFirm={kind === 'firm'}
              payment={activity.own ? <RegistrationPayment own={activity.own} /> : null}
            />
          )}
        </OneActivity>
      )}
    </MemberPage>
  );
}
