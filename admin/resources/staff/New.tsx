import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import type { Waiting } from '../../../bff/contract/two-person/replies.ts';
import type { SentAccess } from '../../../bff/contract/accounts/endpoints.ts';
import { staffEndpoints } from '../../../bff/contract/staff/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import type { FieldSpec } from '../../ui/form/form-fields.tsx';
import { Page } from '../../ui/Page.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { CHANGES_KEY, WAITS } from '../../changes/use-changes.ts';
import { staffFields, type StaffValues } from './staff-form.tsx';
import { STAFF_KEY } from './use-staff.ts';

type Values = StaffValues & { login: string };
const fields: readonly FieldSpec<Values>[] = [
  { name: 'login', label: '账号', kind: 'text', isRequired: true, hint: '登录时使用，小写字母开头，可含数字和 . _ -' },
  ...(staffFields as readonly FieldSpec<Values>[]).map((field) => ({ ...field, isRequired: true })),
];

/** 新增账号. */
export function StaffNew() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  return (
    <Page title="新增账号" name="新增账号" back={{ to: pageUrl('staff'), label: '工作人员' }}>
      <section className="sheet padded">
        <ServerForm<Values, SentAccess | Waiting>
          initial={{ login: '', name: '', email: '', roles: [] }}
          fields={fields}
          submitLabel="开通账号"
          onSubmit={(body) => call(staffEndpoints.createStaff, { body })}
          onSaved={(created) => {
            void client.invalidateQueries({ queryKey: STAFF_KEY });
            void client.invalidateQueries({ queryKey: CHANGES_KEY });
            void message.success('waiting' in created ? WAITS : `账号已开通，登录码已发到 ${created.sentTo}`);
            void navigate(pageUrl('staff'), { replace: true });
          }}
        />
      </section>
    </Page>
  );
}
