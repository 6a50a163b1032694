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

/** Two steps: the number with the password, then the code that was sent to it. */
export function PhoneConfirmation({ onDone }: { onDone: (contacts: ContactsReply) => void }) {
  const form = useForm({ number: '', password: '', code: '' });
  const [sent, setSent] = useState<CodeSent | null>(null);
  const { values, faults } = form;

  const send = () =>
    void form.submit(async () => {
      const { number, password } = values;
      setSent(await call(accountEndpoints.requestPhoneCode, { body: { number, password } }));
    });
  const confirm = () =>
    void form.submit(async () => onDone(await call(accountEndpoints.confirmPhone, { body: { code: values.code } })));

  if (!sent) {
    return (
      <Form onSubmit={send} label="确认手机号">
        <FormMessage text={form.message} />
        <TextField
          id="phone-number"
          label="新手机号"
          kind="digits"
          value={values.number}
          onChange={form.set('number')}
          placeholder="11位手机号"
          autoComplete="tel"
          error={faults.number}
        />
        <TextField
          id="phone-password"
          label="登录密码"
          kind="password"
          value={values.password}
          onChange={form.set('password')}
          autoComplete="current-password"
          error={faults.password}
          hint="该手机号可用于找回密码，须先核对密码"
        />
        <Button submit className={styles.submit} busyLabel={form.isBusy && '正在发送…'}>
          发送短信验证码
        </Button>
      </Form>
    );
  }
  return (
    <Form onSubmit={confirm} label="输入短信验证码">
      <FormMessage text={form.message} />
      <Notice>
        验证码已发送至 {sent.sentTo}，{sent.minutes}分钟内有效。
      </Notice>
      <TextField
        id="phone-code"
        label="短信验证码"
        kind="digits"
        value={values.code}
        onChange={form.set('code')}
        placeholder="6位数字"
        autoComplete="one-time-code"
        error={faults.code}
      />
      <Button submit className={styles.submit} busyLabel={form.isBusy && '正在确认…'}>
        确认手机号
      </Button>
      <Box>
        <Button kind="text" onTap={() => setSent(null)}>
          没有收到？1分钟后可重新发送
        </Button>
      </Box>
    </Form>
  );
}
