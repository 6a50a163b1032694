import { useState } from 'react';
import { ApiError, faultText } from '../../api/api-error.ts';
import { showField } from '../../platform/page/show-field.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { DIFFERENT, NewPasswordFields } from './new-password-fields.tsx';
import { changePassword } from '../../session/use-session.ts';
import styles from './password-form.module.css';

const FIELDS = ['current', 'next', 'again'] as const;
const idOf = (name: (typeof FIELDS)[number]) => `password-${name}`;

/** New password twice; the present one too unless it was typed a moment ago (first sign-in). */
export function PasswordForm({ typedCurrent, onDone }: { typedCurrent: string; onDone: () => void }) {
  const [values, setValues] = useState({ current: typedCurrent, next: '', again: '' });
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [message, setMessage] = useState('');
  const [isBusy, setBusy] = useState(false);
  const set = (name: (typeof FIELDS)[number]) => (value: string) => setValues({ ...values, [name]: value });

  const refuse = (fields: Record<string, string>, text: string) => {
    setFaults(fields);
    setMessage(text);
    const first = FIELDS.find((name) => fields[name]);
    if (first) showField(idOf(first));
  };
  const submit = () => {
    if (isBusy) return;
    if (values.next !== values.again) return refuse({ again: DIFFERENT }, '');
    setBusy(true);
    changePassword(values.current, values.next).then(onDone, (fault: unknown) => {
      setBusy(false);
      if (fault instanceof ApiError && fault.code === 'wrong_credentials')
        return refuse({ current: '当前密码不正确' }, '');
      const fields = fault instanceof ApiError ? fault.fields : {};
      refuse(fields, Object.keys(fields).length ? '' : faultText(fault));
    });
  };

  return (
    <Form onSubmit={submit} label="设置新密码">
      {message ? (
        <Box role="alert">
          <Notice tone="bad">{message}</Notice>
        </Box>
      ) : null}
      {typedCurrent && !faults.current ? null : (
        <TextField
          id={idOf('current')}
          label="当前密码"
          kind="password"
          autoComplete="current-password"
          value={values.current}
          onChange={set('current')}
          error={faults.current}
        />
      )}
      <NewPasswordFields values={values} faults={faults} set={set} idOf={idOf} />
      <Button submit className={styles.submit} busyLabel={isBusy && '正在保存…'}>
        保存新密码
      </Button>
    </Form>
  );
}
