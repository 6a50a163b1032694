import { MAX_ACTIVITY_REASON } from '../../../../bff/contract/activities/limits.ts';
import type { RegistrationRow } from '../../../../bff/contract/activities/replies.ts';
import { LAWYER_STATUSES } from '../../../../bff/contract/registry/enums.ts';
import { OneFieldForm } from '../../../ui/form/OneFieldForm.tsx';
import { useKeeping } from '../use-activities.ts';

/** 资格变动: lets the registration of who is no longer an active member stand. */
export function Keep({ row, onClose }: { row: RegistrationRow; onClose(): void }) {
  const keep = useKeeping();
  const changed = row.changedTo ? LAWYER_STATUSES[row.changedTo] : '';
  return (
    <OneFieldForm
      isSheet
      title={`保留${row.name}的报名`}
      hint={`${row.name}报名后会员状态变为“${changed}”。保留后名额不变，记入操作日志；不保留的请点“移出”，已付的费用全额退回。`}
      label="原因"
      field="reason"
      maxLength={MAX_ACTIVITY_REASON}
      act={{ ...keep, mutate: (reason: string, options) => keep.mutate({ id: row.id, reason }, options as never) }}
      submitLabel="保留"
      onClose={onClose}
    />
  );
}
