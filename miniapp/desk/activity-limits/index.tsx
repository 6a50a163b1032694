import { OwnRestrictions } from '../../features/activities/own-restrictions.tsx';
import { MemberPage } from '../../shell/page.tsx';
import { Empty } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';

/** 我的限制: what follows from absences, until when, and how to object. */
export default function ActivityLimitsPage() {
  return (
    <MemberPage title="我的限制" entry="activities">
      {({ kind }) =>
        kind === 'firm' ? (
          <Sheet>
            <Empty>活动由律师本人报名，请用律师账号登录。</Empty>
          </Sheet>
        ) : (
          <OwnRestrictions />
        )
      }
    </MemberPage>
  );
}
