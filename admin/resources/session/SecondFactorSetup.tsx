import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { staffEndpoints } from '../../../bff/contract/staff/endpoints.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { ServerForm } from '../../ui/form/ServerForm.tsx';

/** Three steps: password, QR code with a first code of it, recovery codes. */
export function SecondFactorSetup({ onDone }: { onDone(): void }) {
  const start = useMutation({
    mutationFn: (body: { password: string }) => call(staffEndpoints.startSecondFactor, { body }),
    gcTime: 0,
  });
  const [recoveryCodes, setRecoveryCodes] = useState<string[] | null>(null);
  if (recoveryCodes) return <RecoveryCodes codes={recoveryCodes} onDone={onDone} />;
  if (!start.data) {
    return (
      <ServerForm
        initial={{ password: '' }}
        fields={[
          { name: 'password', label: '登录密码', kind: 'password', autoComplete: 'current-password', isRequired: true },
        ]}
        submitLabel="下一步"
        onSubmit={(body) => start.mutateAsync(body)}
      />
    );
  }
  const { qr, secret } = start.data;
  return (
    <>
      <p>
        用手机上的验证器（如微信小程序“腾讯身份验证器”、Microsoft Authenticator）扫描二维码，再输入它显示的6位数字。
      </p>
      <img
        className="second-factor-qr"
        src={`data:image/svg+xml;utf8,${encodeURIComponent(qr)}`}
        width={200}
        height={200}
        alt="二次验证二维码"
      />
      <p className="quiet">
        不能扫描时，手工输入密钥：<span className="figures">{secret.replace(/(.{4})/g, '$1 ').trim()}</span>
      </p>
      <Confirm onConfirmed={setRecoveryCodes} />
    </>
  );
}

function Confirm({ onConfirmed }: { onConfirmed(codes: string[]): void }) {
  const confirm = useMutation({
    mutationFn: (body: { code: string }) => call(staffEndpoints.confirmSecondFactor, { body }),
    onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
    gcTime: 0,
  });
  const fault = confirm.isError ? sentenceOfField(confirm.error) : '';
  return (
    <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={(typed) => confirm.mutate(typed)}>
      <Form.Item
        label="验证码"
        name="code"
        rules={[{ required: true, message: '请输入6位数字验证码' }]}
        {...(fault && { validateStatus: 'error' as const, help: fault })}
      >
        <Input inputMode="numeric" autoComplete="one-time-code" className="figures" maxLength={12} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={confirm.isPending}>
        开启二次验证
      </Button>
    </Form>
  );
}

const sentenceOfField = (error: unknown): string => {
  const { fields } = error as { fields?: Record<string, string> };
  return fields?.['code'] ?? sentenceOf(error);
};

function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone(): void }) {
  return (
    <>
      <Alert
        type="warning"
        showIcon
        role="note"
        title="请打印或抄下恢复码，存放在安全的地方。它们只显示这一次；手机不在身边时，每个可登录一次。"
      />
      <ol className="recovery-codes figures">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="page-actions">
        <Button onClick={() => window.print()}>打印</Button>
        <Button type="primary" onClick={onDone}>
          已保存，完成
        </Button>
      </div>
    </>
  );
}
