import { OneActivity } from '../../features/activities/one-activity.tsx';
import { SignUpForm } from '../../features/activities/sign-up-form.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';

export default function ActivitySignUpPage() {
  const { id } = useParams();
  return (
    <MemberPage title="报名表" entry="activities">
      {(account) => (
        <OneActivity id={Number(id)}>{(activity) => <SignUpForm activity={activity} account={account} />}</OneActivity>
      )}
    </MemberPage>
  );
}
