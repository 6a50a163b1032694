import { App, Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { MAX_ACTIVITY_REASON } from '../../../../bff/contract/activities/limits.ts';
import type { StaffActivity } from '../../../../bff/contract/activities/replies.ts';
import { ApiFailure, sentenceOf } from '../../../providers/failure.ts';
import { formatYuan } from '../../../ui/form/money.ts';
import { useAdding } from '../use-activities.ts';
import { useWarnWhile } from '../../../ui/form/use-leave-warning.ts';

/** Signs a lawyer up by hand: conditions and windows do not count, seats do. */
export function AddRegistration({ activity, onClose }: { activity: StaffActivity; onClose(): void }) {
  const { message } = App.useApp();
  const { groups } = activity;
  const [licenceNo, setLicenceNo] = useState('');
  const [reason, setReason] = useState('');
  const [groupId, setGroupId] = useState(groups[0]?.id ?? 0);
  const [isFree, setFree] = useState(true);
  useWarnWhile(licenceNo !== '' || reason !== '');
  const feeFen = groups.find(({ id }) => id === groupId)?.feeFen ?? 0;
  const add = useAdding(activity.id);
  const faults = add.error instanceof ApiFailure ? Object.values(add.error.fields) : [];
  const done = () => {
    void message.success('已添加，并通知本人');
    onClose();
  };
  return (
    <form
      className="sheet padded confirm"
      aria-label="添加人员"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ licenceNo, groupId, isFree: isFree || feeFen === 0, reason }, { onSuccess: done });
      }}
    >
      <p>不受报名时间和报名条件限制，但须有名额；原因会告知本人，并记入操作日志。</p>
      <label>
        <span className="required">执业证号</span>
        <Input
          value={licenceNo}
          inputMode="numeric"
          autoComplete="off"
          onChange={({ target }) => setLicenceNo(target.value)}
        />
      </label>
      {groups.length > 1 && (
        <label>
          <span className="required">分组</span>
          <Select
            value={groupId}
            options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setGroupId}
          />
        </label>
      )}
      {feeFen > 0 && (
        <Checkbox checked={isFree} onChange={({ target }) => setFree(target.checked)}>
          免费（不勾选的，保留名额24小时，由本人支付{formatYuan(feeFen)}）
        </Checkbox>
      )}
      <label>
        <span className="required">原因</span>
        <Input value={reason} maxLength={MAX_ACTIVITY_REASON} onChange={({ target }) => setReason(target.value)} />
      </label>
      {add.error && (
        <p role="alert" className="fault">
          {faults.length > 0 ? faults.join('；') : sentenceOf(add.error)}
        </p>
      )}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          添加
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}
