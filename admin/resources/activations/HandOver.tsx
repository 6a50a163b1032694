import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import {
  activationEndpoints,
  type ActivationCodeReply,
  type ActivationRow,
} from '../../../bff/contract/activation/endpoints.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Grouped } from '../../ui/Grouped.tsx';

type Member = Pick<ActivationRow, 'id' | 'kind' | 'name'>;

/**
 * 当面发放: after the identity card has been looked at, the code is shown once. It stands on the page, not in a row: a
 * row goes when the window is turned, and the code with it.
 */
export function HandOver({ member, onClose }: { member: Member | null; onClose(): void }) {
  return member && <Dialog key={member.id} member={member} onClose={onClose} />;
}

function Dialog({ member, onClose }: { member: Member; onClose(): void }) {
  const client = useQueryClient();
  const [given, setGiven] = useState<ActivationCodeReply | null>(null);
  const make = useMutation({
    mutationFn: () => call(activationEndpoints.handOverCode, { params: { id: String(member.id) } }),
    onSuccess: setGiven,
    gcTime: 0,
  });
  const close = () => {
    onClose();
    void client.invalidateQueries({ queryKey: ['activations'] });
  };
  if (!given) {
    return (
      <Modal
        open
        title={`当面发放开通码：${member.name}`}
        okText="已核对，生成开通码"
        cancelText="取消"
        confirmLoading={make.isPending}
        onOk={() => make.mutate()}
        onCancel={onClose}
      >
        <p>
          {member.kind === 'lawyer'
            ? '请当面核对本人身份证。执业证或其扫描件不能证明来人是谁；所在机构不能代领。'
            : '请核对来人身份证和机构出具的授权书。'}
          以前发放的开通码随即作废。
        </p>
        {make.isError && <Alert type="error" showIcon title={sentenceOf(make.error)} role="alert" />}
      </Modal>
    );
  }
  return (
    <Modal
      open
      title="开通码"
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={close}>
          已交给本人，关闭
        </Button>
      }
    >
      <p>只显示这一次。请本人打开会员端登录页，点“开通账号”。</p>
      <dl className="facts">
        <div>
          <dt>账号</dt>
          <dd>
            <Grouped value={given.login} />
          </dd>
        </div>
        <div>
          <dt>开通码</dt>
          <dd className="figures">
            <strong>{given.code}</strong>
          </dd>
        </div>
        <div>
          <dt>有效期至</dt>
          <dd className="figures">{formatInstant(given.expiresAt)}</dd>
        </div>
      </dl>
    </Modal>
  );
}
