import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { staffEndpoints, type TemporaryPassword as Given } from '../../../bff/contract/staff/endpoints.ts';
import type { SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { useMay } from '../../providers/permission.ts';
import { TemporaryPassword } from './TemporaryPassword.tsx';

/** 重置密码 of a member who can neither sign in nor be mailed a code; with a reason, which is written to the log. */
export function ResetMemberPassword({ kind, id, name }: { kind: SubjectKind; id: number; name: string }) {
  const may = useMay()(staffEndpoints.resetMemberPassword);
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [given, setGiven] = useState<Given | null>(null);
  const reset = useMutation({
    mutationFn: () => call(staffEndpoints.resetMemberPassword, { body: { kind, id, reason } }),
    onSuccess: (password) => {
      setIsAsking(false);
      setReason('');
      setGiven(password);
    },
    gcTime: 0,
  });
  if (!may) return null;
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>重置密码</Button>
      <Modal
        open={isAsking}
        title={`重置密码：${name}`}
        okText="重置密码"
        cancelText="取消"
        confirmLoading={reset.isPending}
        onOk={() => reset.mutate()}
        onCancel={() => setIsAsking(false)}
      >
        <p>原密码立即失效，所有设备退出登录，并生成一个临时密码。请先核实申请人身份。</p>
        {reset.isError && <Alert type="error" showIcon title={sentenceOf(reset.error)} role="alert" />}
        <label>
          <span className="required">重置原因</span>
          <Input value={reason} maxLength={100} onChange={(event) => setReason(event.target.value)} />
        </label>
      </Modal>
      <TemporaryPassword given={given} onClose={() => setGiven(null)} />
    </>
  );
}
