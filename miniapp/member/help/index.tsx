import { useState } from 'react';
import { helpEndpoints } from '../../../bff/contract/help/endpoints.ts';
import { MAX_HELP_REASON } from '../../../bff/contract/help/limits.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../api/client.ts';
import { codeTicket } from '../../features/accounts/code-ticket.ts';
import { FormMessage } from '../../features/accounts/form-message.tsx';
import { useCountdown } from '../../features/accounts/use-countdown.ts';
import { useForm } from '../../features/accounts/use-form.ts';
import { OfficePhone } from '../../office/office-phone.tsx';
import { useOffice } from '../../office/use-office.ts';
import { Door } from '../../shell/door.tsx';
import { Button } from '../../ui/button.tsx';
import { Box, Form, Link } from '../../ui/elements.tsx';
import { TextAreaField, TextField } from '../../ui/fields/text-field.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import styles from './index.module.css';

/** 求助 of somebody who cannot sign in: number, what is wrong, and a code to a telephone. */
export default function HelpPage() {
  const [isSent, setSent] = useState(false);
  const office = useOffice();
  return (
    <Door
      title="求助"
      heading="不能登录，向协会求助"
      foot={
        <>
          <OfficePhone />
          <Link href={pageUrl('signIn')} className={styles.back}>
            返回登录
          </Link>
        </>
      }
    >
      {isSent ? (
        <Notice tone="good">
          已收到。如果该账号存在，协会将在办公时间内核实，并只按登记的手机号或邮箱答复；没有收到答复的，请拨打服务热线。
        </Notice>
      ) : office.data && !office.data.hasSms ? (
        <Notice>本系统尚未开通短信，不能在线求助，请拨打服务热线。</Notice>
      ) : (
        <Ask onSent={() => setSent(true)} />
      )}
    </Door>
  );
}

function Ask({ onSent }: { onSent: () => void }) {
  const form = useForm('help', { login: '', reason: '', number: '', code: '' });
  const wait = useCountdown();
  const { values, faults } = form;
  const request = () =>
    void form.submit(async () => {
      const body = { number: values.number, codeTicket: codeTicket.read() };
      const sent = await call(helpEndpoints.requestHelpCode, { body });
      codeTicket.keep(sent);
      wait.begin(sent.waitSeconds);
    });
  const ask = () =>
    void form.submit(async () => {
      await call(helpEndpoints.askForHelp, { body: { ...values, codeTicket: codeTicket.read() } });
      codeTicket.forget();
      onSent();
    });
  return (
    <Form onSubmit={ask} label="求助">
      <FormMessage text={form.message} />
      <TextField
        id={form.idOf('login')}
        label="账号"
        value={values.login}
        onChange={form.set('login')}
        placeholder="执业证号或信用代码"
        autoComplete="username"
        error={faults.login}
      />
      <TextAreaField
        id={form.idOf('reason')}
        label="问题说明"
        rows={4}
        value={values.reason}
        onChange={form.set('reason')}
        max={MAX_HELP_REASON}
        placeholder="在哪一步、提示了什么"
        {...(faults.reason ? { error: faults.reason } : {})}
      />
      <TextField
        id={form.idOf('number')}
        label="您现在使用的手机号"
        value={values.number}
        onChange={form.set('number')}
        placeholder="11位手机号"
        hint="用于接收验证码"
        autoComplete="tel"
        error={faults.number}
      />
      <Button kind="secondary" className={styles.code} disabled={wait.left > 0} onTap={request}>
        {wait.left > 0 ? `${wait.left}秒后可重新获取验证码` : '获取验证码'}
      </Button>
      <TextField
        id={form.idOf('code')}
        label="验证码"
        value={values.code}
        onChange={form.set('code')}
        placeholder="短信中的6位数字"
        autoComplete="one-time-code"
        error={faults.code}
      />
      <Button submit className={styles.submit} busyLabel={form.isBusy && '正在提交…'}>
        提交求助
      </Button>
      <Box as="p" className={styles.hint}>
        手机号只用于接收验证码，同一手机号一小时最多收到2条；没有收到的，请拨打服务热线。协会只按登记的手机号或邮箱答复，不会向您索要密码或验证码。
      </Box>
    </Form>
  );
}
