import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { accountEndpoints } from '../../../bff/contract/accounts/endpoints.ts';
import { call } from '../../providers/call.ts';
import { SESSION_KEY } from '../../providers/session-key.ts';
import { DoorSheet } from './DoorSheet.tsx';
import { PasswordForm } from './PasswordForm.tsx';

/** First sign-in: the temporary password opens nothing but this page. */
export function NewPassword({ current }: { current: string }) {
  const client = useQueryClient();
  return (
    <DoorSheet title="设置新密码">
      <Alert type="info" showIcon title="这是您第一次登录或密码已被重置，请先设置自己的密码。" />
      <PasswordForm
        current={current}
        currentLabel="临时口令（邮件中的登录码）"
        submitLabel="保存并进入"
        onSubmit={async (body) =>
          client.setQueryData(SESSION_KEY, await call(accountEndpoints.changeStaffPassword, { body }))
        }
      />
    </DoorSheet>
  );
}
