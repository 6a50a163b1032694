import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountEndpoints, type ContactsReply } from '../../../bff/contract/endpoints/accounts.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { EmailConfirmation } from '../../features/accounts/email-confirmation.tsx';
import { OfficePhone } from '../../features/office/office-phone.tsx';
import { MemberPage } from '../../features/shell/page.tsx';
import { showToast } from '../../platform/show-toast.ts';
import { Failure, Skeleton } from '../../ui/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheet.tsx';
import { shownDate } from '../../ui/times.ts';

const KEY = ['contacts'];

export default function ContactsPage() {
  return (
    <MemberPage title="账户信息" entry="account">
      {() => <Contacts />}
    </MemberPage>
  );
}

/** 账户信息: the confirmed address, by which a forgotten password is replaced, and what the registry has. */
function Contacts() {
  const { data, isError, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: () => call(accountEndpoints.showContacts, {}),
  });
  const [isChanging, setChanging] = useState(false);
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Sheet>
        <Skeleton lines={5} />
      </Sheet>
    );
  const done = (contacts: ContactsReply) => {
    queryClient.setQueryData(KEY, contacts);
    setChanging(false);
    showToast('邮箱已确认');
  };
  const { email, registryEmail, registryPhone } = data;
  return (
    <>
      <Sheet title="找回密码的邮箱">
        {email ? (
          <Facts
            rows={[
              ['邮箱', email.address],
              ['确认日期', shownDate(email.confirmedAt)],
            ]}
          />
        ) : (
          <Notice tone="warn">尚未确认邮箱。忘记密码时，将只能由协会工作人员重置。</Notice>
        )}
        {isChanging ? (
          <EmailConfirmation onDone={done} />
        ) : (
          <Button kind="secondary" onTap={() => setChanging(true)}>
            {email ? '更换邮箱' : '确认邮箱'}
          </Button>
        )}
      </Sheet>
      <Sheet title="登记的联系方式">
        <Facts
          rows={[
            ['电话', registryPhone || '未登记'],
            ['邮箱', registryEmail || '未登记'],
          ]}
        />
        <Notice>登记的联系方式由协会维护，如有变更请与协会联系。</Notice>
        <OfficePhone />
      </Sheet>
    </>
  );
}
