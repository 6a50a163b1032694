import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MAX_ACTIVITY_REASON } from '../../../../bff/contract/activities/limits.ts';
import type { RegistrationRow, StaffActivity } from '../../../../bff/contract/activities/replies.ts';
import { waitingEndpoints } from '../../../../bff/contract/activity-waiting/endpoints.ts';
import { call } from '../../../providers/call.ts';
import { OneFieldForm } from '../../../ui/form/OneFieldForm.tsx';

interface Sheet {
  onClose(): void;
}

/** 提前: puts one who waits before all others. */
export function MoveToFront({ row, onClose }: { row: RegistrationRow } & Sheet) {
  const client = useQueryClient();
  const move = useMutation({
    mutationFn: (reason: string) =>
      call(waitingEndpoints.moveToFront, { params: { id: String(row.id) }, body: { reason } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['activities'] }),
  });
  return (
    <OneFieldForm
      isSheet
      title={`将${row.name}的候补提前`}
      hint={`有空出的名额时先给${row.name}。原因记入操作日志，并显示在名单上，工作人员都能看到；本人只收到次序调整的通知。`}
      label="原因"
      field="reason"
      maxLength={MAX_ACTIVITY_REASON}
      act={move}
      submitLabel="提前至第一位"
      onClose={onClose}
    />
  );
}

/** 全部递补: makes seats for all who wait. */
export function ServeAll({ activity, onClose }: { activity: StaffActivity } & Sheet) {
  const client = useQueryClient();
  const { id, version, counts, waiting, capacity } = activity;
  const serve = useMutation({
    mutationFn: (reason: string) =>
      call(waitingEndpoints.serveAll, { params: { id: String(id) }, body: { reason, version } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['activities'] }),
  });
  const becomes = waiting === 'admits' ? '不收费的直接录取，收费的保留名额待确认' : '每人保留名额，待本人确认';
  return (
    <OneFieldForm
      isSheet
      title="全部递补"
      hint={`现有${counts.waiting ?? 0}人候补，名额${capacity}个。不够的名额自动增加，${becomes}；已不符合报名条件的移出并告知。增加的名额记入变更记录。`}
      label="原因"
      field="reason"
      maxLength={MAX_ACTIVITY_REASON}
      act={serve}
      submitLabel="全部递补"
      onClose={onClose}
    />
  );
}
