import { useDidShow } from '@tarojs/taro';
import { useLayoutEffect, useState } from 'react';
import { ApiError, faultText } from '../../api/api-error.ts';
import type { SessionReply } from '../../../bff/contract/accounts/endpoints.ts';
import { firstPassword } from '../../features/accounts/first-password.ts';
import { safeBack, signInStands } from '../../session/lead-to-sign-in.ts';
import { unsentInWords } from '../../session/unsent.ts';
import { signIn, signInForGood } from '../../session/use-session.ts';
import { CentreEntrance } from '../../features/member-centre/entrance.tsx';
import { WechatEntrance } from '../../features/accounts/wechat-entrance.tsx';
import { OfficePhone } from '../../office/office-phone.tsx';
import { Door } from '../../shell/door.tsx';
import { pageUrl } from '../../addresses.ts';
import { startAt } from '../../platform/page/navigate.ts';
import { removeSignInLook } from '../../platform/first-paint/first-answer.ts';
import { showField } from '../../platform/page/show-field.ts';
import { wechatWay } from '../../platform/account/sign-in.ts';
import { useParams } from '../../platform/address/use-params.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form, Link } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { Switch } from '../../ui/fields/switch.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import styles from './index.module.css';

export default function SignInPage() {
  const { back, why } = useParams();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const [isBinding, setBinding] = useState(true);
  const canBind = wechatWay() === 'code';
  useDidShow(signInStands);
  useLayoutEffect(removeSignInLook, []);

  const faults = fault instanceof ApiError ? fault.fields : {};
  const submit = () => {
    if (isBusy) return;
    setBusy(true);
    setFault(null);
    (canBind && isBinding ? signInForGood : signIn)(login, password).then(goOn, (reason: unknown) => {
      setFault(reason);
      setBusy(false);
      showField(reason instanceof ApiError && reason.fields.login ? 'login' : 'password');
    });
  };
  const goOn = (session: SessionReply) => {
    firstPassword.typed = session.mustChangePassword ? password : '';
    startAt(session.mustChangePassword ? pageUrl('password') : safeBack(back));
  };

  return (
    <Door
      title="登录"
      heading="会员登录"
      foot={
        <>
          <OfficePhone />
          <Link href={pageUrl('verify')} className={styles.verify}>
            收到证明？无需登录即可核验真伪
          </Link>
          <Box>
            <Link href={pageUrl('privacy')} className={styles.verify}>
              隐私保护指引
            </Link>
          </Box>
        </>
      }
    >
      {why === 'ended' && !fault ? <SessionEnded /> : null}
      <Form onSubmit={submit} label="会员登录">
        {fault && Object.keys(faults).length === 0 ? (
          <Box role="alert">
            <Notice tone="bad">{faultText(fault)}</Notice>
          </Box>
        ) : null}
        <TextField
          id="login"
          label="账号"
          value={login}
          onChange={setLogin}
          placeholder="执业证号或信用代码"
          autoComplete="username"
          error={faults.login}
        />
        <TextField
          id="password"
          label="密码"
          kind="password"
          value={password}
          onChange={setPassword}
          placeholder="请输入密码"
          autoComplete="current-password"
          error={faults.password}
        />
        {canBind ? (
          <Switch
            label="绑定此微信"
            detail="绑定后，下次打开小程序自动登录"
            isOn={isBinding}
            onToggle={() => setBinding(!isBinding)}
          />
        ) : null}
        <Button submit className={styles.submit} busyLabel={isBusy && '正在登录…'}>
          登录
        </Button>
      </Form>
      <WechatEntrance password={password} back={safeBack(back)} onSignedIn={goOn} onFault={setFault} />
      <CentreEntrance back={safeBack(back)} onFault={setFault} />
      <Box className={styles.ways}>
        <Link href={pageUrl('activate')} className={styles.verify}>
          第一次使用？开通账号
        </Link>
        <Link href={pageUrl('forgotten')} className={styles.verify}>
          忘记密码
        </Link>
      </Box>
      <Box className={styles.hints}>
        <Box as="p">律师的账号为执业证号；律所等机构的账号为执业许可证号或统一社会信用代码。</Box>
        <Box as="p">没有初始密码：第一次使用请先开通账号，设置自己的密码。</Box>
      </Box>
    </Door>
  );
}

/** Why somebody who was signed in is asked again, and that nothing typed is lost. */
function SessionEnded() {
  const [unsent] = useState(unsentInWords);
  return (
    <Box role="status">
      <Notice tone="warn">
        登录已失效，请重新登录：可能是长时间没有使用，也可能是在别处注销了本设备或修改了密码。
        {unsent ? <Box>未提交的{unsent}仍保存在本设备，登录后可以接着填写。</Box> : null}
      </Notice>
    </Box>
  );
}
