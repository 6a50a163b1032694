import { useState } from 'react';
import { accountEndpoints, type CodeSent, type ContactsReply } from '../../../bff/contract/accounts/endpoints.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { FormMessage } from './form-message.tsx';
import styles from './password-form.module.css';
import { useForm } from './use-form.ts';

/** Two steps: the address with the password, then the code that was mailed to it. */
export function EmailConfirmation({ onDone }: { onDone: (contacts: ContactsReply) => void }) {
  const form = useForm({ address: '', password: '', code: '' });
  const [sent, setSent] = useState<CodeSent | null>(null);
  const { values, faults } = form;

  const send = () =>
    void form.submit(async () => {
      const { address, password } = values;
      setSent(await call(accountEndpoints.requestEmailCode, { body: { address, password } }));
    });
  const confirm = () =>
    void form.submit(async () => onDone(await call(accountEndpoints.confirmEmail, { body: { code: values.code } })));

  if (!sent) {
    return (
      <Form onSubmit={send} label="确认邮箱">
        <FormMessage text={form.message} />
        <TextField
          id="address"
          label="新邮箱"
          kind="email"
          value={values.address}
          onChange={form.set('address')}
          placeholder="name@example.com"
          autoComplete="email"
          error={faults.address}
        />
        <TextField
          id="password"
          label="登录密码"
          kind="password"
          value={values.password}
          onChange={form.set('password')}
          autoComplete="current-password"
          error={faults.password}
          hint="该邮箱可用于找回密码，须先核对密码"
        />
        <Button submit className={styles.submit} busyLabel={form.isBusy && '正在发送…'}>
          发送验证码
        </Button>
      </Form>
    );
  }
  return (
    <Form onSubmit={confirm} label="输入验证码">
      <FormMessage text={form.message} />
      <Notice>
        验证码已发送至 {sent.sentTo}，{sent.minutes}分钟内有效。
      </Notice>
      <TextField
        id="code"
        label="验证码"
        kind="digits"
        value={values.code}
        onChange={form.set('code')}
        placeholder="6位数字"
        autoComplete="one-time-code"
        error={faults.code}
      />
      <Button submit className={styles.submit} busyLabel={form.isBusy && '正在确认…'}>
        确认邮箱
      </Button>
      <Box>
        <Button kind="text" onTap={() => setSent(null)}>
          没有收到？重新发送
        </Button>
      </Box>
    </Form>
  );
}
