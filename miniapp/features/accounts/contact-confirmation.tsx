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

/** What differs between the two contacts by which a forgotten password is replaced. */
const CONTACTS = {
  email: {
    name: '邮箱',
    code: '验证码',
    again: '没有收到？重新发送',
    field: { id: 'address', label: '新邮箱', kind: 'email', placeholder: 'name@example.com', autoComplete: 'email' },
    request: (address: string, password: string): Promise<CodeSent> =>
      call(accountEndpoints.requestEmailCode, { body: { address, password } }),
    confirm: (code: string): Promise<ContactsReply> => call(accountEndpoints.confirmEmail, { body: { code } }),
  },
  phone: {
    name: '手机号',
    code: '短信验证码',
    again: '没有收到？1分钟后可重新发送',
    field: { id: 'number', label: '新手机号', kind: 'digits', placeholder: '11位手机号', autoComplete: 'tel' },
    request: (number: string, password: string): Promise<CodeSent> =>
      call(accountEndpoints.requestPhoneCode, { body: { number, password } }),
    confirm: (code: string): Promise<ContactsReply> => call(accountEndpoints.confirmPhone, { body: { code } }),
  },
} as const;

interface ContactConfirmationProps {
  contact: keyof typeof CONTACTS;
  onDone: (contacts: ContactsReply) => void;
}

/** Two steps: the address or number with the password, then the code that was sent to it. */
export function ContactConfirmation({ contact, onDone }: ContactConfirmationProps) {
  const { name, code, again, field, request, confirm } = CONTACTS[contact];
  // Named as the server names its faults; only the one that is asked for is ever filled.
  const form = useForm(contact, { address: '', number: '', password: '', code: '' });
  const [sent, setSent] = useState<CodeSent | null>(null);
  const { values, faults } = form;

  const send = () => void form.submit(async () => setSent(await request(values[field.id], values.password)));
  const finish = () => void form.submit(async () => onDone(await confirm(values.code)));

  if (!sent) {
    return (
      <Form onSubmit={send} label={`确认${name}`}>
        <FormMessage text={form.message} />
        <TextField
          {...field}
          id={form.idOf(field.id)}
          value={values[field.id]}
          onChange={form.set(field.id)}
          error={faults[field.id]}
        />
        <TextField
          id={form.idOf('password')}
          label="登录密码"
          kind="password"
          value={values.password}
          onChange={form.set('password')}
          autoComplete="current-password"
          error={faults.password}
          hint={`该${name}可用于找回密码，须先核对密码`}
        />
        <Button submit className={styles.submit} busyLabel={form.isBusy && '正在发送…'}>
          发送{code}
        </Button>
      </Form>
    );
  }
  return (
    <Form onSubmit={finish} label={`输入${code}`}>
      <FormMessage text={form.message} />
      <Notice>
        验证码已发送至 {sent.sentTo}，{sent.minutes}分钟内有效。
      </Notice>
      <TextField
        id={form.idOf('code')}
        label={code}
        kind="digits"
        value={values.code}
        onChange={form.set('code')}
        placeholder="6位数字"
        autoComplete="one-time-code"
        error={faults.code}
      />
      <Button submit className={styles.submit} busyLabel={form.isBusy && '正在确认…'}>
        确认{name}
      </Button>
      <Box>
        <Button kind="text" onTap={() => setSent(null)}>
          {again}
        </Button>
      </Box>
    </Form>
  );
}
