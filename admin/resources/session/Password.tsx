import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { accountEndpoints } from '../../../bff/contract/accounts/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { SESSION_KEY } from '../../providers/session-key.ts';
import { Page } from '../../ui/Page.tsx';
import { PasswordForm } from './PasswordForm.tsx';

/** 修改密码, of one's own account. */
export function Password() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  return (
    <Page title="修改密码" name="修改密码">
      <section className="sheet padded narrow">
        <PasswordForm
          current=""
          submitLabel="保存"
          onSubmit={async (body) => {
            client.setQueryData(SESSION_KEY, await call(accountEndpoints.changeStaffPassword, { body }));
            void message.success('密码已修改，其他设备上的登录已失效');
            void navigate(pageUrl('home'));
          }}
        />
      </section>
    </Page>
  );
}
