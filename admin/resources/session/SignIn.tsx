import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { accountEndpoints } from '../../../bff/contract/accounts/endpoints.ts';
import { call } from '../../providers/call.ts';
import { hasCode, sentenceOf } from '../../providers/failure.ts';
import { SESSION_KEY } from '../../providers/session-key.ts';
import { DoorSheet } from './DoorSheet.tsx';
import { useState } from 'react';

interface SignInProps {
  visit: 'first' | 'expired';
  /** Gets the password just used: a newcomer need not type the temporary one twice. */
  onSignedIn(password: string): void;
}
interface Typed {
  login: string;
  password: string;
  code?: string;
}

/** 登录. The pages keep their address, so signing in leads back to where one was. */
export function SignIn({ visit, onSignedIn }: SignInProps) {
  const client = useQueryClient();
  const [asksForCode, setAsksForCode] = useState(false);
  const signIn = useMutation({
    mutationFn: ({ login, password, code }: Typed) =>
      call(accountEndpoints.staffSignIn, {
        body: { login: login ?? '', password: password ?? '', tokenIn: 'cookie', ...(code && { code }) },
      }),
    onError: (error) => hasCode(error, 'second_factor_required') && setAsksForCode(true),
    onSuccess: (session, { password }) => {
      onSignedIn(session.mustChangePassword ? password : '');
      client.setQueryData(SESSION_KEY, session);
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    },
  });
  return (
    <DoorSheet title="登录">
      {visit === 'expired' && !signIn.isError && (
        <Alert type="info" showIcon title="登录已失效，请重新登录。您填写的内容仍在，登录后可继续。" />
      )}
      {signIn.isError && !isFirstAsking(signIn) && (
        <Alert type="error" showIcon title={sentenceOf(signIn.error)} role="alert" />
      )}
      <Form<Typed>
        layout="vertical"
        requiredMark={false}
        onFinish={(typed) => signIn.mutate(typed)}
        disabled={signIn.isPending}
      >
        <Form.Item label="账号" name="login" rules={[{ required: true, message: '请输入账号' }]}>
          <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item label="密码" name="password" rules={[{ required: true, message: '请输入密码' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        {asksForCode && (
          <Form.Item
            label="二次验证码"
            name="code"
            extra="手机验证器上的6位数字；手机不在身边时，可输入一个恢复码"
            rules={[{ required: true, message: '请输入二次验证码' }]}
          >
            <Input autoFocus autoComplete="one-time-code" spellCheck={false} className="figures" />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" block size="large" loading={signIn.isPending}>
          登录
        </Button>
      </Form>
    </DoorSheet>
  );
}

/** That a code is asked for is no fault: the field that has come up says so. */
function isFirstAsking({ error, variables }: { error: unknown; variables: Typed | undefined }): boolean {
  return hasCode(error, 'second_factor_required') && !variables?.code;
}
