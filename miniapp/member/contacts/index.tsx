import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountEndpoints, type ContactsReply } from '../../../bff/contract/accounts/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { ReleaseAccount } from '../../features/accounts/release-account.tsx';
import { ContactConfirmation } from '../../features/accounts/contact-confirmation.tsx';
import { OfficePhone } from '../../office/office-phone.tsx';
import { useHold } from '../../session/use-hold.ts';
import { MemberPage } from '../../shell/page.tsx';
import { showToast } from '../../platform/page/show-toast.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts, Notice, Sheet, type FactAct } from '../../ui/sheets/sheet.tsx';
import { shownDate } from '../../ui/times.ts';

const KEY = ['contacts'];

export default function ContactsPage() {
  return (
    <MemberPage title="账户信息" entry="account">
      {() => (
        <>
          <Held />
          <Contacts />
        </>
      )}
    </MemberPage>
  );
}

/** 立即启用全部服务, while the account is held. */
function Held() {
  const { data } = useHold();
  if (!data) return null;
  return (
    <Sheet title="立即启用全部服务">
      <ReleaseAccount hold={data} onDone={() => undefined} />
    </Sheet>
  );
}

/** 账户信息: the confirmed address and number, by which a forgotten password is replaced, and what the registry has. */
function Contacts() {
  const { data, isError, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: () => call(accountEndpoints.showContacts, {}),
  });
  const [changing, setChanging] = useState<'email' | 'phone' | null>(null);
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Sheet>
        <Skeleton lines={5} />
      </Sheet>
    );
  const done = (what: string) => (contacts: ContactsReply) => {
    queryClient.setQueryData(KEY, contacts);
    setChanging(null);
    showToast(`${what}已确认`);
  };
  const { email, phone, can, registryEmail, registryPhone } = data;
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
          <Notice tone={phone ? 'plain' : 'warn'}>
            {phone ? '尚未确认邮箱。' : '尚未确认邮箱。忘记密码时，将只能由协会工作人员重置。'}
          </Notice>
        )}
        {changing === 'email' ? (
          <ContactConfirmation contact="email" onDone={done('邮箱')} />
        ) : (
          <Button kind="secondary" onTap={() => setChanging('email')}>
            {email ? '更换邮箱' : '确认邮箱'}
          </Button>
        )}
      </Sheet>
      {can.confirmPhone || phone ? (
        <Sheet title="找回密码的手机">
          {phone ? (
            <Facts
              rows={[
                ['手机号', phone.number],
                ['确认日期', shownDate(phone.confirmedAt)],
              ]}
            />
          ) : (
            <Notice>确认手机号后，忘记密码时可用短信验证码重设。</Notice>
          )}
          {!can.confirmPhone ? null : changing === 'phone' ? (
            <ContactConfirmation contact="phone" onDone={done('手机号')} />
          ) : (
            <Button kind="secondary" onTap={() => setChanging('phone')}>
              {phone ? '更换手机号' : '确认手机号'}
            </Button>
          )}
        </Sheet>
      ) : null}
      <Sheet title="登记的联系方式">
        <Facts
          rows={[
            ['电话', registryPhone || '未登记', wrong('phone', '电话')],
            ['邮箱', registryEmail || '未登记', wrong('email', '邮箱')],
          ]}
        />
        <Notice>登记的联系方式由协会维护，如有变更请点“信息有误”申请更正。</Notice>
        <OfficePhone />
      </Sheet>
    </>
  );
}

/** Both kinds of members have both entries. */
const wrong = (field: 'phone' | 'email', name: string): FactAct => ({
  href: pageUrl('correctionForm', { field }),
  text: '信息有误',
  label: `登记的${name}信息有误`,
});
