import { FirmSignUp } from '../../features/activities/firms/firm-sign-up.tsx';
import { OneActivity } from '../../features/activities/one-activity.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

/** 为本所律师报名: of firms; a lawyer signs up himself. */
export default function FirmSignUpPage() {
  const { id } = useParams();
  return (
    <MemberPage title="为本所律师报名" entry="activities">
      {({ id: accountId, kind }) =>
        kind === 'firm' ? (
          <OneActivity id={Number(id)}>{(activity) => <FirmSignUp key={accountId} activity={activity} />}</OneActivity>
        ) : (
          <Notice>为本所律师报名由律所、公司律师办公室等团体会员办理。</Notice>
        )
      }
    </MemberPage>
  );
}
