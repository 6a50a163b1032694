import { App, Button } from 'antd';
import type { PresenceMark } from '../../../../bff/contract/activities/enums.ts';
import type { StaffActivity } from '../../../../bff/contract/activities/replies.ts';
import { sentenceOf } from '../../../providers/failure.ts';
import { useMarking } from '../use-activities.ts';

/** 登记到场 by hand, for those ticked on the list of names. */
export function PresenceMarks({ activity, ids, onDone }: { activity: StaffActivity; ids: number[]; onDone(): void }) {
  const { message } = App.useApp();
  const mark = useMarking(activity.id);
  const button = (as: PresenceMark, label: string) => (
    <Button
      disabled={ids.length === 0}
      loading={mark.isPending && mark.variables.mark === as}
      onClick={() =>
        mark.mutate(
          { registrationIds: ids, mark: as },
          {
            onSuccess: () => {
              void message.success(`已登记${ids.length}人：${label}`);
              onDone();
            },
            onError: (error) => void message.error(sentenceOf(error)),
          },
        )
      }
    >
      {label}
    </Button>
  );
  return (
    <div className="row" role="group" aria-label="登记到场">
      <span>{ids.length === 0 ? '勾选已报名人员，登记到场' : `已选${ids.length}人`}</span>
      {button('present', '已到')}
      {activity.can.markAbsent && button('absent', '缺席')}
      {button('unknown', '撤销登记')}
    </div>
  );
}
