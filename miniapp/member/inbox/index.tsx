import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import type { InboxRow } from '../../../bff/contract/notifications/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { markRead, useInbox, type Shown } from '../../features/notifications/use-inbox.ts';
import { MemberPage } from '../../shell/page.tsx';
import { pageNamed, pageUrl } from '../../addresses.ts';
import { useShown } from '../../platform/address/use-shown.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Box, Link } from '../../ui/elements.tsx';
import { Segmented } from '../../ui/fields/segmented.tsx';
import { LoadMore } from '../../ui/lists/load-more.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import styles from './index.module.css';

const SHOWN: { value: Shown; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'unread', label: '未读' },
];

export default function InboxPage() {
  return (
    <MemberPage title="消息" entry="inbox">
      {() => <Inbox />}
    </MemberPage>
  );
}

function Inbox() {
  const [asked, show] = useShown('inbox', 'shown');
  const shown: Shown = asked === 'unread' ? 'unread' : 'all';
  const [isBusy, setBusy] = useState(false);
  const { query, rows } = useInbox(shown);
  useDidShow(() => void query.refetch());
  const newest = rows[0];
  const readAll = () => {
    if (!newest) return;
    setBusy(true);
    markRead({ upTo: newest.id })
      .catch((fault: unknown) => showToast(faultText(fault)))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Box className={styles.head}>
        <Segmented
          compact
          id="shown"
          label="显示"
          value={shown}
          options={SHOWN}
          onChange={(value) => show(value === 'unread' ? value : '')}
        />
        {rows.some((row) => !row.isRead) ? (
          <Button kind="text" onTap={readAll} busyLabel={isBusy && '正在标记…'}>
            全部标为已读
          </Button>
        ) : null}
      </Box>
      <Sheet>
        {query.isError && !query.data ? (
          <Failure fault={query.error} safe="您的消息都已保存。" onRetry={() => void query.refetch()} />
        ) : !query.data ? (
          <Skeleton lines={8} />
        ) : rows.length === 0 ? (
          <Empty
            action={
              shown === 'unread' ? (
                <Button kind="secondary" onTap={() => show('')}>
                  查看全部消息
                </Button>
              ) : (
                <Button onTap={() => goTo(pageUrl('apply'))}>我要申请</Button>
              )
            }
          >
            {shown === 'unread' ? '没有未读消息。' : '还没有消息。申请有结果时，会在这里通知您。'}
          </Empty>
        ) : (
          <Box>
            {rows.map((row) => (
              <Entry key={row.id} row={row} />
            ))}
          </Box>
        )}
        <LoadMore query={query} />
      </Sheet>
    </>
  );
}

/** Opening an entry leads to what it tells of and counts as reading it. */
function Entry({ row }: { row: InboxRow }) {
  const leads = row.page !== '';
  const href = pageNamed(row.page) ?? pageUrl('inbox');
  const open = () => {
    // What cannot be marked now stays unread: no reason to keep anybody from reading.
    if (!row.isRead) markRead({ id: row.id }).catch(() => undefined);
    if (leads) goTo(href);
  };
  return (
    <Link href={href} onTap={open} className={styles.entry}>
      <Box className={styles.line}>
        <Box as="span" className={classes(styles.title, !row.isRead && styles.unread)}>
          {row.title}
        </Box>
        {row.isRead ? null : (
          <Box as="span" className={styles.mark}>
            未读
          </Box>
        )}
        <Box as="span" className={styles.time}>
          {shownTime(row.createdAt)}
        </Box>
      </Box>
      <Box className={styles.body}>{row.body}</Box>
    </Link>
  );
}
