import { useState } from 'react';
import { accountEndpoints } from '../../../bff/contract/accounts/endpoints.ts';
import { call } from '../../api/client.ts';
import { codeTicket } from '../../features/accounts/code-ticket.ts';
import { FormMessage } from '../../features/accounts/form-message.tsx';
import { DIFFERENT, NewPasswordFields } from '../../features/accounts/new-password-fields.tsx';
import { useCountdown } from '../../features/accounts/use-countdown.ts';
import { useForm } from '../../features/accounts/use-form.ts';
import { OfficePhone } from '../../office/office-phone.tsx';
import { useOffice } from '../../office/use-office.ts';
import { Door } from '../../shell/door.tsx';
import { pageUrl } from '../../addresses.ts';
import { startAt } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form, Link } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Segmented } from '../../ui/fields/segmented.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import styles from './index.module.css';

type By = 'email' | 'phone';
const WAYS: { value: By; label: string }[] = [
  { value: 'email', label: '邮箱' },
  { value: 'phone', label: '短信' },
];

/** 忘记密码: the account, then the code that was mailed or sent to the telephone, and a new password. */
export default function ForgottenPage() {
  const form = useForm('forgotten', { login: '', code: '', next: '', again: '' });
  const [minutes, setMinutes] = useState(0);
  const [isSent, setSent] = useState(false);
  const wait = useCountdown();
  const [by, setBy] = useState<By>('email');
  const office = useOffice();
  const { values, faults } = form;
  const { login, code, next } = values;

  const request = () =>
    void form.submit(async () => {
      const body = { login, by, codeTicket: codeTicket.read() };
      const sent = await call(accountEndpoints.requestReset, { body });
      codeTicket.keep(sent);
      setMinutes(sent.minutes);
      wait.begin(sent.waitSeconds);
      setSent(true);
    });
  /** To step two without asking for a code: the association's staff may have had one sent. */
  const withCode = () => {
    if (!login.trim()) return form.refuse({ login: '请先填写账号' });
    setMinutes(0);
    setSent(true);
  };
  const reset = () => {
    if (next !== values.again) return form.refuse({ again: DIFFERENT });
    void form.submit(async () => {
      const body = { login, code, codeTicket: codeTicket.read(), next };
      await call(accountEndpoints.resetPassword, { body });
      codeTicket.forget();
      showToast('密码已重设，请用新密码登录');
      startAt(pageUrl('signIn'));
    });
  };

  return (
    <Door
      title="忘记密码"
      heading="忘记密码"
      foot={
        <>
          <OfficePhone />
          <Box>
            <Link href={pageUrl('help')} className={styles.back}>
              都收不到验证码？向协会求助
            </Link>
          </Box>
          <Link href={pageUrl('signIn')} className={styles.back}>
            返回登录
          </Link>
        </>
      }
    >
      {!isSent ? (
        <Form key="request" onSubmit={request} label="获取验证码">
          <FormMessage text={form.message} />
          <TextField
            id={form.idOf('login')}
            label="账号"
            value={login}
            onChange={form.set('login')}
            placeholder="执业证号或信用代码"
            autoComplete="username"
            error={faults.login}
          />
          {office.data?.hasSms ? (
            <Field id="forgotten-by" label="发送到" group>
              {() => (
                <Segmented
                  id="forgotten-by"
                  label="验证码发送到"
                  value={by}
                  options={WAYS}
                  onChange={(value) => setBy(value === 'phone' ? 'phone' : 'email')}
                />
              )}
            </Field>
          ) : null}
          <Button submit className={styles.submit} busyLabel={form.isBusy && '正在发送…'}>
            获取验证码
          </Button>
          <Button kind="text" onTap={withCode}>
            已有验证码
          </Button>
          <Box as="p" className={styles.hint}>
            {`验证码发送到您在“账户信息”中确认过的${by === 'phone' ? '手机号' : '邮箱'}。没有确认过的，请在下面向协会求助，由工作人员核实身份后重置。`}
          </Box>
        </Form>
      ) : (
        <Form key="reset" onSubmit={reset} label="设置新密码">
          <FormMessage text={form.message} />
          <Notice>
            {minutes === 0
              ? '请填写协会工作人员为您发送的验证码，或此前收到、仍在有效期内的验证码。自己获取的短信验证码，只能在获取它的设备上使用。'
              : by === 'phone'
                ? `如该账号确认过手机号，验证码已发送，${minutes}分钟内有效。没有收到时，请查看短信拦截，或在下面向协会求助。`
                : `如该账号确认过邮箱，验证码已发送，${minutes}分钟内有效。没有收到时，请检查垃圾邮件，或在下面向协会求助。`}
          </Notice>
          <TextField
            id={form.idOf('code')}
            label="验证码"
            value={code}
            onChange={form.set('code')}
            placeholder="16位或6位"
            autoComplete="one-time-code"
            error={faults.code}
          />
          <NewPasswordFields values={values} faults={faults} set={form.set} idOf={form.idOf} />
          <Button submit className={styles.submit} busyLabel={form.isBusy && '正在保存…'}>
            重设密码
          </Button>
          <Button kind="text" disabled={wait.left > 0} onTap={request}>
            {wait.left > 0 ? `${wait.left}秒后可重新获取验证码` : '重新获取验证码'}
          </Button>
          <Button kind="text" onTap={() => setSent(false)}>
            返回上一步
          </Button>
        </Form>
      )}
    </Door>
  );
}
