import { useEffect } from 'react';
import { firstPassword } from '../../features/accounts/first-password.ts';
import { leadToSignIn } from '../../session/lead-to-sign-in.ts';
import { PasswordForm } from '../../features/accounts/password-form.tsx';
import { LeaveButton } from '../../session/leave-button.tsx';
import { useSession } from '../../session/use-session.ts';
import { Hotline } from '../../office/hotline.tsx';
import { Door } from '../../shell/door.tsx';
import { MemberPage } from '../../shell/page.tsx';
import { pageUrl } from '../../addresses.ts';
import { OfficePhone } from '../../office/office-phone.tsx';
import { goBack, startAt } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Box, Link } from '../../ui/elements.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import styles from './index.module.css';

/** 设置新密码: forced after the first sign-in, by choice later. */
export default function PasswordPage() {
  const session = useSession();
  const { data } = session;
  useEffect(() => {
    if (data === null) leadToSignIn();
  }, [data]);
  if (data?.mustChangePassword) return <FirstPassword name={data.account.name} />;
  if (data) return <ChangedByChoice />;
  return (
    <Door title="设置新密码" heading="设置新密码" hotline={<Hotline offersTicket={false} />}>
      {session.isError ? <Failure fault={session.error} onRetry={() => void session.refetch()} /> : <Skeleton />}
    </Door>
  );
}

function FirstPassword({ name }: { name: string }) {
  const done = () => {
    firstPassword.typed = '';
    showToast('新密码已保存');
    startAt(pageUrl('home'));
  };
  return (
    <Door
      title="设置新密码"
      heading="设置新密码"
      foot={
        <>
          <OfficePhone />
          <LeaveButton kind="text" />
        </>
      }
    >
      <Box as="p">{name}，您正在使用临时密码。为保护会员信息，请先设置新密码。</Box>
      <PasswordForm typedCurrent={firstPassword.typed} onDone={done} />
    </Door>
  );
}

function ChangedByChoice() {
  const done = () => {
    showToast('密码已修改，其他设备已退出登录');
    goBack();
  };
  return (
    <MemberPage title="修改密码" entry="account">
      {() => (
        <Sheet>
          <PasswordForm typedCurrent="" onDone={done} />
          <Box className={styles.forgotten}>
            <Notice>
              <Box>
                忘记原密码的，可以
                <Link href={pageUrl('forgotten')}>用手机号或邮箱重设</Link>。
              </Box>
              <Box className={styles.next}>
                收不到验证码的，请
                <Link href={pageUrl('ticketForm', { category: 'sign_in' })}>提交工单</Link>。
              </Box>
            </Notice>
          </Box>
        </Sheet>
      )}
    </MemberPage>
  );
}
