import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { CHAT_FACTS, type ChatFactKey } from '../../../bff/contract/chat/enums.ts';
import type { ChatDetail } from '../../../bff/contract/chat/replies.ts';
import { ApiFailure } from '../../providers/failure.ts';
import type { Asking } from './Offer.tsx';

/** 与会员核对: which values of the registry the member is asked to confirm; nobody types them. */
export function AskFacts({ chat: { memberKind }, act, onClose }: Asking & { chat: ChatDetail }) {
  const labels: Partial<Record<ChatFactKey, string>> = CHAT_FACTS[memberKind];
  const [fields, setFields] = useState<ChatFactKey[]>(['name', 'licenceNo']);
  const fault = act.error instanceof ApiFailure ? act.error.fields['fields'] : undefined;
  return (
    <Modal
      open
      title="与会员核对登记信息"
      okText="发送核对"
      okButtonProps={{ disabled: fields.length === 0, loading: act.isPending }}
      onCancel={onClose}
      onOk={() => act.mutate({ act: 'facts', fields }, { onSuccess: onClose })}
    >
      <form className="confirm" aria-label="与会员核对登记信息">
        <p className="quiet">会员看到的是登记系统中的现值，一键确认；有误的，引导其提交更正工单。</p>
        <Checkbox.Group
          value={fields}
          onChange={setFields}
          options={(Object.keys(labels) as ChatFactKey[]).map((value) => ({ value, label: labels[value] }))}
        />
        {fault && (
          <p role="alert" className="fault">
            {fault}
          </p>
        )}
      </form>
    </Modal>
  );
}
