import { useState } from 'react';
import type { SessionReply } from '../../../bff/contract/accounts/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { showField } from '../../platform/page/show-field.ts';
import { bindFromCentre, type Newcomer } from '../../session/member-centre.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form, Link } from '../../ui/elements.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import styles from './entrance.module.css';

/** Asks whose account the identity is to open from now on, and proves it by password. */
export function CentreBindingForm({
  newcomer,
  centre,
  onSignedIn,
}: {
  newcomer: Newcomer;
  centre: string;
  onSignedIn: (session: SessionReply, password: string) => void;
}) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const faults = fault instanceof ApiError ? fault.fields : {};
  const submit = () => {
    if (isBusy) return;
    setBusy(true);
    setFault(null);
    bindFromCentre(newcomer, { login, password }).then(
      (session) => onSignedIn(session, password),
      (reason: unknown) => {
        setFault(reason);
        setBusy(false);
        showField(reason instanceof ApiError && reason.fields.login ? 'login' : 'password');
      },
    );
  };
  const { name } = newcomer;
  return (
    <Form onSubmit={submit} label={`绑定${centre}账号`}>
      <Notice>
        {centre}账号{name ? `“${name}”` : ''}
        还没有绑定本系统的会员账号。请输入会员账号和密码，核对后绑定，以后从{centre}进入不再需要密码。
      </Notice>
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
      <Button submit className={styles.submit} busyLabel={isBusy && '正在绑定…'}>
        绑定并登录
      </Button>
      <Link href={pageUrl('activate')} className={styles.other}>
        第一次使用？开通账号
      </Link>
    </Form>
  );
}
