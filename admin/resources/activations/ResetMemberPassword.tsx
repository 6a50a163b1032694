import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { staffEndpoints } from '../../../bff/contract/staff/endpoints.ts';
import type { ResetMemberPassword as Asked } from '../../../bff/contract/staff/schemas.ts';
import type { SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { useMay } from '../../providers/permission.ts';

const WAYS = {
  phone: '验证码发到登记的手机号',
  email: '验证码发到登记的邮箱',
  activation: '以上都收不到：退回开通前，凭开通码重新开通',
} as const;
const SAID: Record<Asked['by'], string> = {
  phone: '请会员打开“忘记密码”页，填写账号，点“已有验证码”，再输入收到的验证码和新密码。原密码在此之前照常使用。',
  email: '请会员打开“忘记密码”页，填写账号，点“已有验证码”，再输入收到的验证码和新密码。原密码在此之前照常使用。',
  activation:
    '须由一位管理员（不能是申请人）在“工作人员”或“设置”页确认。确认后原密码失效，所有设备退出登录，再由另一位工作人员（不能是申请人）打印信函或当面发放开通码。',
};

const ASKED = '已提交，须由一位管理员（申请人除外）确认后生效';

const send = (body: Asked) => call(staffEndpoints.resetMemberPassword, { body });
const doneOf = (answer: Awaited<ReturnType<typeof send>>): string =>
  'waiting' in answer ? ASKED : `验证码已发到 ${answer.sentTo}，${answer.minutes} 分钟内有效`;

/** 重置密码 of a member who can neither sign in nor has confirmed a contact; with a reason, which is written to the log. */
export function ResetMemberPassword({ kind, id, name }: { kind: SubjectKind; id: number; name: string }) {
  const may = useMay()(staffEndpoints.resetMemberPassword);
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState<Asked['by']>('phone');
  const reset = useMutation({
    mutationFn: () => send({ kind, id, reason, by }),
    onSuccess: () => setReason(''),
  });
  /** What was asked for last is seen until the dialog is opened anew: its words are read out to the member. */
  const open = () => {
    reset.reset();
    setIsAsking(true);
  };
  const choose = (way: Asked['by']) => {
    reset.reset();
    setBy(way);
  };
  if (!may) return null;
  return (
    <>
      <Button onClick={open}>重置密码</Button>
      <Modal
        open={isAsking}
        title={`重置密码：${name}`}
        okText={by === 'activation' ? '提交申请' : '发送验证码'}
        cancelText={reset.isSuccess ? '关闭' : '取消'}
        okButtonProps={{ disabled: reset.isSuccess }}
        confirmLoading={reset.isPending}
        onOk={() => reset.mutate()}
        onCancel={() => setIsAsking(false)}
      >
        <div className="stack">
          <p>请先核实申请人身份。会员登记的所有联系方式都会收到通知。</p>
          {reset.isError && <Alert type="error" showIcon title={sentenceOf(reset.error)} role="alert" />}
          {reset.isSuccess && <Alert type="success" showIcon title={doneOf(reset.data)} role="status" />}
          <Radio.Group
            aria-label="重置方式"
            vertical
            value={by}
            options={(Object.keys(WAYS) as Asked['by'][]).map((value) => ({ value, label: WAYS[value] }))}
            onChange={(event) => choose(event.target.value as Asked['by'])}
          />
          <p className="quiet">{SAID[by]}</p>
          <label>
            <span className="required">重置原因</span>
            <Input value={reason} maxLength={100} onChange={(event) => setReason(event.target.value)} />
          </label>
        </div>
      </Modal>
    </>
  );
}
