import { App, Button } from 'antd';
import { useState } from 'react';
import type { AdmissionVerdict } from '../../../../bff/contract/activities/enums.ts';
import { MAX_ACTIVITY_REASON } from '../../../../bff/contract/activities/limits.ts';
import type { StaffActivity } from '../../../../bff/contract/activities/replies.ts';
import { sentenceOf } from '../../../providers/failure.ts';
import { OneFieldForm } from '../../../ui/form/OneFieldForm.tsx';
import { useAdmitting } from '../use-activities.ts';

/** 审核录取, for those ticked on the list of names who have applied. */
export function Admissions({ activity, ids, onDone }: { activity: StaffActivity; ids: number[]; onDone(): void }) {
  const { message } = App.useApp();
  const admit = useAdmitting(activity.id);
  const [isRefusing, setRefusing] = useState(false);
  const waits = activity.counts.applied ?? 0;
  const done = (label: string) => {
    void message.success(`${label}：${ids.length}人`);
    setRefusing(false);
    onDone();
  };
  const button = (verdict: Exclude<AdmissionVerdict, 'refuse'>, label: string) => (
    <Button
      disabled={ids.length === 0}
      loading={admit.isPending && admit.variables.verdict === verdict}
      onClick={() =>
        admit.mutate(
          { registrationIds: ids, verdict },
          { onSuccess: () => done(label), onError: (error) => void message.error(sentenceOf(error)) },
        )
      }
    >
      {label}
    </Button>
  );
  return (
    <>
      <div className="row" role="group" aria-label="审核录取">
        <span>
          {ids.length === 0
            ? `待审核${waits}人，余${Math.max(0, activity.capacity - activity.taken)}个名额；勾选后处理`
            : `已选${ids.length}人`}
        </span>
        {button('admit', '录取')}
        {activity.waiting !== 'none' && button('wait', '列为候补')}
        <Button disabled={ids.length === 0} onClick={() => setRefusing(true)}>
          不录取
        </Button>
      </div>
      {isRefusing && (
        <OneFieldForm
          isSheet
          isDanger
          title={`不录取${ids.length}人`}
          hint="原因会告知本人。"
          label="原因"
          field="reason"
          maxLength={MAX_ACTIVITY_REASON}
          act={{
            ...admit,
            mutate: (reason: string) =>
              admit.mutate({ registrationIds: ids, verdict: 'refuse', reason }, { onSuccess: () => done('不录取') }),
          }}
          submitLabel="不录取"
          onClose={() => setRefusing(false)}
        />
      )}
    </>
  );
}
