import { MAX_ACTIVITY_REASON } from '../../../../bff/contract/activities/limits.ts';
import type { RegistrationRow } from '../../../../bff/contract/activities/replies.ts';
import { OneFieldForm } from '../../../ui/form/OneFieldForm.tsx';
import { useRestoring } from '../use-activities.ts';

/** 取消请假: gives the seat back to who asked for leave. */
export function Restore({ row, onClose }: { row: RegistrationRow; onClose(): void }) {
  const restore = useRestoring();
  return (
    <OneFieldForm
      isSheet
      title={`恢复${row.name}的报名`}
      hint={`${row.name}已请假。有名额的恢复报名，已满的列为候补第一位；原因记入操作日志，结果告知本人。`}
      label="原因"
      field="reason"
      maxLength={MAX_ACTIVITY_REASON}
      act={{
        ...restore,
        mutate: (reason: string, options) => restore.mutate({ id: row.id, reason }, options as never),
      }}
      submitLabel="恢复报名"
      onClose={onClose}
    />
  );
}
