import { useMutation, useQuery } from '@tanstack/react-query';
import { recipientEndpoints } from '../../../bff/contract/recipients/endpoints.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { PhoneHours, PhoneNumber } from '../../office/office-phone.tsx';
import { useOffice } from '../../office/use-office.ts';
import { PublicPage } from '../../shell/public-page.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import styles from './index.module.css';

/**
 * Where the link in a mail leads that a member had sent to somebody: its reader stops such mails. Opening the page
 * changes nothing, as mail scanners open every link; only the button does.
 */
export default function StopMailPage() {
  const { t: token = '' } = useParams();
  const state = useQuery({
    queryKey: ['mail-stop', token],
    queryFn: () => call(recipientEndpoints.readMailStop, { body: { token } }),
  });
  const stop = useMutation({ mutationFn: () => call(recipientEndpoints.stopMail, { body: { token } }) });
  return (
    <PublicPage title="停止接收邮件 Stop mails" about={<Help />}>
      <Sheet>{content()}</Sheet>
    </PublicPage>
  );

  function content() {
    if (state.error instanceof ApiError && state.error.fields['token']) return <BrokenLink />;
    if (state.isError) return <Failure fault={state.error} onRetry={() => void state.refetch()} />;
    if (!state.data) return <Skeleton lines={4} />;
    if (stop.data?.isStopped || state.data.isStopped) {
      return (
        <Box role="status">
          <Box as="h1" className={styles.title}>
            已停止
          </Box>
          <Box as="p" lang="en" className={styles.english}>
            Stopped
          </Box>
          <Box as="p">本系统不再向您的邮箱发送会员填写的邮件。</Box>
          <Box as="p" lang="en" className={styles.english}>
            Mails that members address to your mailbox are not sent any more.
          </Box>
        </Box>
      );
    }
    return (
      <>
        <Box as="h1" className={styles.title}>
          停止接收会员发来的邮件？
        </Box>
        <Box as="p" lang="en" className={styles.english}>
          Stop mails that members send to you?
        </Box>
        <Box as="p">
          您收到的邮件由会员填写您的邮箱后发出。停止后，任何会员都不能再通过本系统向您的邮箱发送证明或通知；已经收到的证明仍可核验。
        </Box>
        <Box as="p" lang="en" className={styles.english}>
          A member entered your address. Once stopped, no member can have certificates or notices sent to your mailbox;
          certificates that you have can still be verified.
        </Box>
        {stop.isError ? (
          <Box as="p" role="alert" className={styles.fault}>
            {faultText(stop.error)}
          </Box>
        ) : null}
        <Button className={styles.stop} busyLabel={stop.isPending && '正在停止 Stopping…'} onTap={() => stop.mutate()}>
          停止接收 Stop these mails
        </Button>
      </>
    );
  }
}

/** Cut off on its way, by a mail programme or a hand that copied it. */
function BrokenLink() {
  return (
    <Box role="alert">
      <Box as="h1" className={styles.title}>
        链接不完整
      </Box>
      <Box as="p">请从收到的邮件中重新打开。</Box>
      <Box as="p" lang="en" className={styles.english}>
        The link is not complete. Please open it from the mail again.
      </Box>
    </Box>
  );
}

/** Who can undo it. */
function Help() {
  const { data } = useOffice();
  if (!data) return null;
  return (
    <Sheet title="帮助 Help">
      <Box as="p">
        误停、需要恢复，或不认识发件的会员，请致电{data.association} <PhoneNumber number={data.registryPhone} />（
        <PhoneHours />
        ）。
      </Box>
      <Box as="p" lang="en" className={styles.english}>
        To receive mails again, or if you do not know the member, please call {data.associationEnglish}:{' '}
        <PhoneNumber number={data.registryPhone} />.
      </Box>
    </Sheet>
  );
}
