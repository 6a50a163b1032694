import { useState } from 'react';
import { LEAVE_REASONS, type LeaveReason } from '../../../bff/contract/activities/enums.ts';
import { MAX_ACTIVITY_REASON } from '../../../bff/contract/activities/limits.ts';
import type { ActivityPage } from '../../../bff/contract/activities/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { AttachmentsField } from '../../application/attachments-field.tsx';
import { Restored } from '../../application/drafts/restored.tsx';
import { useKept } from '../../application/drafts/use-kept.ts';
import { useSending } from '../../application/use-sending.ts';
import { replaceWith } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectInput } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { TextAreaField } from '../../ui/fields/text-field.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { shownSpan, shownWeekday } from './shown-weekday.ts';
import { askLeave } from './use-activities.ts';

const REASONS = (Object.keys(LEAVE_REASONS) as LeaveReason[]).map((value) => ({ value, label: LEAVE_REASONS[value] }));

/** 请假: reason and proof, effective at once. */
export function LeaveForm({ accountId, activity }: { accountId: number; activity: ActivityPage }) {
  const { id, title, beginsAt, endsAt, own, can } = activity;
  const kept = useKept({ accountId, name: `leave-${id}` }, { reason: '' as LeaveReason | '', note: '' });
  const { reason, note } = kept.typed;
  const { faults, fault, isBusy, mended, files, send } = useSending(['reason', 'note', 'attachments']);
  // As it was when the form was opened: once it is sent there is nothing to ask for.
  const [right] = useState(can.leave);
  if (own === null || right.until === null) {
    return (
      <>
        <Notice tone="warn">{right.until === null ? right.reason : '您没有报名'}</Notice>
        <ActionBar>
          <Button onTap={() => replaceWith(pageUrl('activity', { id }))}>返回活动</Button>
        </ActionBar>
      </>
    );
  }
  const submit = () =>
    send(async ({ attachments }) => {
      // The server says in words that none is chosen.
      await askLeave(own.id, { reason: reason as LeaveReason, note, attachments });
      kept.forget();
      showToast('请假已生效');
      replaceWith(pageUrl('activity', { id }));
    });
  return (
    <>
      {kept.isRestored ? <Restored hasFiles="files" onStartAnew={kept.startAnew} /> : null}
      <Sheet title={title}>
        <Facts
          rows={[
            ['活动时间', shownSpan(beginsAt, endsAt)],
            ['请假截止', shownWeekday(right.until)],
          ]}
        />
      </Sheet>
      <Sheet title="请假">
        <Field id="reason" label="原因" required {...(faults.reason ? { error: faults.reason } : {})}>
          {(binding) => (
            <SelectInput
              {...binding}
              value={reason}
              onChange={(next) => {
                kept.change({ reason: next as LeaveReason | '' });
                mended('reason');
              }}
              options={[{ value: '', label: '请选择' }, ...REASONS]}
            />
          )}
        </Field>
        <TextAreaField
          id="note"
          label="说明"
          rows={3}
          value={note}
          onChange={(next) => {
            kept.change({ note: next });
            mended('note');
          }}
          max={MAX_ACTIVITY_REASON}
          {...(faults.note ? { error: faults.note } : {})}
        />
        <AttachmentsField {...files} label="附件" proves="有开庭传票等材料的请上传，支持 PDF、JPG、PNG" />
      </Sheet>
      <Notice tone="warn">{right.note}。</Notice>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <ActionBar>
        <Button onTap={() => void submit()} busyLabel={isBusy && '正在提交…'}>
          提交请假
        </Button>
      </ActionBar>
    </>
  );
}
