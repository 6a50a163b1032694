import { MAX_ACTIVITY_REASON } from '../../../../bff/contract/activities/limits.ts';
import type { RegistrationRow, StaffActivity } from '../../../../bff/contract/activities/replies.ts';
import { OneFieldForm } from '../../../ui/form/OneFieldForm.tsx';
import { useForgiving } from '../use-restrictions.ts';

/** 免除缺席: of one lawyer, or of everybody who did not come. */
export function Excuse({
  activity,
  row,
  onClose,
}: {
  activity: StaffActivity;
  row: RegistrationRow | 'all';
  onClose(): void;
}) {
  const isAll = row === 'all';
  const forgive = useForgiving(isAll ? 'excuseAll' : 'excuse');
  const title = isAll ? '免除全部缺席' : `免除${row.name}的缺席`;
  return (
    <OneFieldForm
      isSheet
      title={title}
      hint={`${isAll ? '例如暴雨、停电。' : ''}免除后不计入爽约，因此受到的限制自动解除；原因会告知本人。`}
      label="原因"
      field="reason"
      maxLength={MAX_ACTIVITY_REASON}
      act={{
        ...forgive,
        mutate: (reason: string, options) =>
          forgive.mutate({ id: isAll ? activity.id : row.id, reason }, options as never),
      }}
      submitLabel="免除"
      onClose={onClose}
    />
  );
}
