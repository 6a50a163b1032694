import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Input, Modal } from 'antd';
import { useState } from 'react';
import { activationEndpoints, type HeldRow } from '../../../bff/contract/activation/endpoints.ts';
import { MAX_STAFF_REASON } from '../../../bff/contract/limits.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { useWarnWhile } from '../../ui/form/use-leave-warning.ts';

/** What is to become of some accounts that are held. */
export interface Decision {
  act: 'release' | 'object';
  rows: HeldRow[];
}

const WORDS = {
  release: {
    title: '确认启用',
    label: '核对了什么',
    example: '例如：已核对执业许可证原件和来人身份证',
    hint: '请核对执业证件原件，或用登记以外查到的电话向会员核实。确认后可以申请证明等，会员登记的所有联系方式都会收到通知。',
    done: '已启用，会员会收到通知',
  },
  object: {
    title: '停用',
    label: '停用原因',
    example: '例如：律所来电称并非本所开通',
    hint: '账号立即停止办理业务，不再自动启用；同时申请退回开通前，须由一位管理员（申请人除外）确认，确认后原密码失效，所有设备退出登录。查明无误的，可由另一人“确认启用”。',
    done: '已停用；退回开通前须由一位管理员（申请人除外）确认',
  },
} as const;

/** The dialog of both: a reason, which is written to the log. It stands on the page, for a row goes when the window is turned. */
export function DecideHeld({ decision, onClose }: { decision: Decision | null; onClose(): void }) {
  return decision && <Dialog key={decision.rows.map(({ id }) => id).join()} decision={decision} onClose={onClose} />;
}

function Dialog({ decision: { act, rows }, onClose }: { decision: Decision; onClose(): void }) {
  const words = WORDS[act];
  const [reason, setReason] = useState('');
  useWarnWhile(reason !== '');
  const client = useQueryClient();
  const { message } = App.useApp();
  const decide = useMutation({
    async mutationFn() {
      if (act === 'release') {
        const body = { accountIds: rows.map(({ id }) => id), reason };
        return (await call(activationEndpoints.releaseHeld, { body })).results.filter(({ fault }) => fault !== null);
      }
      for (const { id } of rows) {
        await call(activationEndpoints.objectToHeld, { params: { id: String(id) }, body: { reason } });
      }
      return [];
    },
    async onSuccess(failed) {
      await client.invalidateQueries();
      if (failed.length > 0) return;
      void message.success(words.done, 6);
      onClose();
    },
  });
  const [first] = rows;
  return (
    <Modal
      open
      title={`${words.title}：${rows.length === 1 ? first?.name : `${rows.length} 个账号`}`}
      okText={words.title}
      okButtonProps={{ danger: act === 'object', disabled: reason.trim() === '' }}
      cancelText={decide.data ? '关闭' : '取消'}
      confirmLoading={decide.isPending}
      onOk={() => decide.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{words.hint}</p>
        {decide.isError && <Alert type="error" showIcon title={sentenceOf(decide.error)} role="alert" />}
        {decide.data && decide.data.length > 0 && (
          <Alert
            type="warning"
            showIcon
            role="alert"
            title={`${decide.data.length} 个没有启用`}
            description={
              <ul className="plain">
                {decide.data.map(({ accountId, fault }) => (
                  <li key={accountId}>
                    {rows.find(({ id }) => id === accountId)?.name}：{fault}
                  </li>
                ))}
              </ul>
            }
          />
        )}
        <label>
          <span className="required">{words.label}</span>
          <Input
            value={reason}
            maxLength={MAX_STAFF_REASON}
            placeholder={words.example}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      </div>
    </Modal>
  );
}
