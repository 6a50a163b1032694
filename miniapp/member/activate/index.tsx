import { useState } from 'react';
import { activationEndpoints } from '../../../bff/contract/activation/endpoints.ts';
import { call } from '../../api/client.ts';
import { codeTicket } from '../../features/accounts/code-ticket.ts';
import { FormMessage } from '../../features/accounts/form-message.tsx';
import { DIFFERENT, NewPasswordFields } from '../../features/accounts/new-password-fields.tsx';
import { useCountdown } from '../../features/accounts/use-countdown.ts';
import { useForm } from '../../features/accounts/use-form.ts';
import { signIn, signInForGood } from '../../session/use-session.ts';
import { useHold } from '../../session/use-hold.ts';
import { ReleaseAccount } from '../../features/accounts/release-account.tsx';
import { Skeleton } from '../../ui/sheets/blank.tsx';
import { HAS_WECHAT_PHONE, WechatPhone } from '../../features/accounts/wechat-phone.tsx';
import { OfficePhone } from '../../office/office-phone.tsx';
import { useOffice } from '../../office/use-office.ts';
import { Hotline } from '../../office/hotline.tsx';
import { Door } from '../../shell/door.tsx';
import { pageUrl } from '../../addresses.ts';
import { startAt } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { wechatWay } from '../../platform/account/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form, Link } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Segmented } from '../../ui/fields/segmented.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import styles from './index.module.css';

const KINDS = [
  { value: 'lawyer', label: '律师' },
  { value: 'firm', label: '机构' },
];
/** How the account is proved: by a text, by the number that WeChat vouches for, or by a code from the association. */
type By = 'text' | 'wechat' | 'code';
const WAYS: Record<By, string> = { text: '短信', wechat: '微信手机号', code: '开通码' };

/** 开通账号: who it is, then the code and the first password; signed in afterwards. */
export default function ActivatePage() {
  const form = useForm('activate', { login: '', lastSix: '', code: '', next: '', again: '' });
  const [kind, setKind] = useState('lawyer');
  const [chosen, setChosen] = useState<By | null>(null);
  const [step, setStep] = useState<1 | 2 | 3>(1);
  const [minutes, setMinutes] = useState(0);
  const wait = useCountdown();
  const hasSms = useOffice().data?.hasSms ?? false;
  const { values, faults } = form;
  const { login, code, next } = values;
  const isLawyer = kind === 'lawyer';
  const lastSix = isLawyer ? values.lastSix : '';
  const ways: By[] = [...(hasSms ? ['text' as const] : []), ...(HAS_WECHAT_PHONE ? ['wechat' as const] : []), 'code'];
  const by = chosen ?? ways[0] ?? 'code';

  const begin = () => {
    const missing = isLawyer && lastSix.trim() === '' ? { lastSix: '请填写证件号码后6位，不足6位的填全部' } : {};
    if (login.trim() === '') return form.refuse({ login: '请输入账号', ...missing });
    if (missing.lastSix) return form.refuse(missing);
    void form.submit(async () => {
      if (by === 'text') {
        const body = { login, lastSix, codeTicket: codeTicket.read() };
        const sent = await call(activationEndpoints.requestActivationText, { body });
        codeTicket.keep(sent);
        setMinutes(sent.minutes);
        wait.begin(sent.waitSeconds);
      }
      setStep(2);
    });
  };
  const activate = (proof: { code: string } | { phoneCode: string }) => {
    if (next !== values.again) return form.refuse({ again: DIFFERENT });
    void form.submit(async () => {
      const body = { login, lastSix, next, codeTicket: codeTicket.read(), ...proof };
      await call(activationEndpoints.activate, { body });
      codeTicket.forget();
      const session = await (wechatWay() === 'code' ? signInForGood : signIn)(login, next);
      showToast('账号已开通');
      if (session.held) setStep(3);
      else startAt(pageUrl('home'));
    });
  };

  if (step === 3) return <Opened />;
  return (
    <Door
      title="开通账号"
      heading="开通账号"
      foot={
        <>
          <OfficePhone />
          <Link href={pageUrl('signIn')} className={styles.back}>
            返回登录
          </Link>
        </>
      }
    >
      {step === 1 ? (
        <Form onSubmit={begin} label="确认身份">
          <FormMessage text={form.message} />
          <Field id="activate-kind" label="我是" group>
            {() => <Segmented id="activate-kind" label="会员类别" value={kind} options={KINDS} onChange={setKind} />}
          </Field>
          <TextField
            id={form.idOf('login')}
            label="账号"
            value={login}
            onChange={form.set('login')}
            placeholder={isLawyer ? '执业证号' : '执业许可证号或信用代码'}
            autoComplete="username"
            error={faults.login}
          />
          {isLawyer ? (
            <TextField
              id={form.idOf('lastSix')}
              label="证件号码后6位"
              value={values.lastSix}
              onChange={form.set('lastSix')}
              hint="不足6位的填全部，字母不分大小写"
              error={faults.lastSix}
            />
          ) : null}
          {ways.length > 1 ? (
            <Field id="activate-by" label="开通方式" group>
              {() => (
                <Segmented
                  id="activate-by"
                  label="开通方式"
                  value={by}
                  options={ways.map((value) => ({ value, label: WAYS[value] }))}
                  onChange={(value) => setChosen(ways.find((way) => way === value) ?? null)}
                />
              )}
            </Field>
          ) : null}
          <Button submit className={styles.submit} busyLabel={form.isBusy && '请稍候…'}>
            {by === 'text' ? (wait.left > 0 ? '继续' : '获取验证码') : '下一步'}
          </Button>
          <Box as="p" className={styles.hint}>
            {hintOf(by, isLawyer)}
          </Box>
        </Form>
      ) : (
        <Form onSubmit={() => (by === 'wechat' ? undefined : activate({ code }))} label="开通账号">
          <FormMessage text={form.message} />
          {by === 'text' ? (
            <Notice>
              {`如所填内容与登记一致、账号尚未开通，验证码已发送到登记的手机，${minutes}分钟内有效。没有收到时，请查看短信拦截，或改用开通码。`}
            </Notice>
          ) : null}
          {by === 'wechat' ? null : (
            <TextField
              id={form.idOf('code')}
              label={by === 'text' ? '验证码' : '开通码'}
              kind={by === 'text' ? 'digits' : 'text'}
              value={code}
              onChange={form.set('code')}
              placeholder={by === 'text' ? '6位数字' : '如 abcd-efgh-jkmn-pqrs'}
              autoComplete="one-time-code"
              error={faults.code}
            />
          )}
          <NewPasswordFields label="设置密码" values={values} faults={faults} set={form.set} idOf={form.idOf} />
          {by === 'wechat' ? (
            <WechatPhone
              label="用微信手机号开通"
              isBusy={form.isBusy}
              onCode={(phoneCode) => activate({ phoneCode })}
              onFault={(text) => form.refuse({}, text)}
            />
          ) : (
            <Button submit className={styles.submit} busyLabel={form.isBusy && '正在开通…'}>
              开通并登录
            </Button>
          )}
          {by === 'text' ? (
            <Button kind="text" disabled={wait.left > 0} onTap={begin}>
              {wait.left > 0 ? `${wait.left}秒后可重新获取验证码` : '重新获取验证码'}
            </Button>
          ) : null}
          <Button kind="text" onTap={() => setStep(1)}>
            返回上一步
          </Button>
        </Form>
      )}
    </Door>
  );
}

/** The account is open, and held: a second step that can wait. */
function Opened() {
  const { data } = useHold();
  const leave = () => startAt(pageUrl('home'));
  return (
    <Door title="开通账号" heading="账号已开通" hotline={<Hotline offersTicket={false} />}>
      {data ? <ReleaseAccount hold={data} onDone={leave} /> : <Skeleton lines={4} />}
      <Button kind="text" onTap={leave}>
        以后再说，进入首页
      </Button>
    </Door>
  );
}

function hintOf(by: By, isLawyer: boolean): string {
  const whose = isLawyer ? '您本人在协会登记的手机号' : '负责人（本所执业律师）在协会登记的手机号';
  if (by === 'text') return `验证码发送到${whose}。没有登记或号码已更换的，请向协会申请开通码。`;
  if (by === 'wechat') return `微信绑定的手机号须是${whose}。`;
  return isLawyer
    ? '开通码由协会寄给您本人，或凭身份证到协会当面领取；所在律所也可以在“会员档案”代为申请。'
    : '开通码由协会寄送，或发到贵机构登记的邮箱、手机。没有收到的，请致电协会。';
}
