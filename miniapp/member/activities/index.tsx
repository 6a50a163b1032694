import { FirmActivities } from '../../features/activities/firms/firm-activities.tsx';
import { OpenActivities } from '../../features/activities/open-activities.tsx';
import { OwnHours } from '../../features/activities/own-hours.tsx';
import { OwnRegistrations } from '../../features/activities/own-registrations.tsx';
import { useShown } from '../../platform/address/use-shown.ts';
import { MemberPage } from '../../shell/page.tsx';
import { Segmented } from '../../ui/fields/segmented.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';

const VIEWS = [
  { value: '', label: '正在报名活动' },
  { value: 'own', label: '我已报名活动' },
  { value: 'hours', label: '我的学时' },
];

/** 活动报名: what a lawyer may sign up for, and what he has; what a firm may sign its lawyers up for. */
export default function ActivitiesPage() {
  const [view, setView] = useShown('activities', 'view');
  return (
    <MemberPage title="活动报名" entry="activities">
      {({ kind }) =>
        kind === 'firm' ? (
          <Sheet title="正在报名活动">
            <FirmActivities />
          </Sheet>
        ) : (
          <Sheet>
            <Segmented id="view" label="活动" value={view} options={VIEWS} onChange={setView} compact />
            {view === 'own' ? <OwnRegistrations /> : view === 'hours' ? <OwnHours /> : <OpenActivities />}
          </Sheet>
        )
      }
    </MemberPage>
  );
}
