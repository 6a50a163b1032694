import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { faultText } from '../../api/api-error.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { LoadMore } from '../../ui/lists/load-more.tsx';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { AnnouncementRow } from './announcement-row.tsx';
import { markRead, useAnnouncements } from './use-announcements.ts';
import styles from './announcements.module.css';

/** 通知公告: pinned ones, then the newest. */
export function AnnouncementList() {
  const { query, pinned, items } = useAnnouncements();
  const [isBusy, setBusy] = useState(false);
  useDidShow(() => void query.refetch());
  const all = [...pinned, ...items];
  const newest = [...all].sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))[0];
  const readAll = () => {
    if (!newest) return;
    setBusy(true);
    markRead({ upTo: newest.id })
      .catch((fault: unknown) => showToast(faultText(fault)))
      .finally(() => setBusy(false));
  };
  return (
    <>
      {all.some(({ isRead, mustConfirm }) => !isRead && !mustConfirm) ? (
        <Box className={styles.head}>
          <Button kind="text" onTap={readAll} busyLabel={isBusy && '正在标记…'}>
            全部标为已读
          </Button>
        </Box>
      ) : null}
      <Sheet>
        {query.isError && !query.data ? (
          <Failure fault={query.error} onRetry={() => void query.refetch()} />
        ) : !query.data ? (
          <Skeleton lines={8} />
        ) : all.length === 0 ? (
          <Empty>目前没有通知公告。</Empty>
        ) : (
          <Box>
            {all.map((item) => (
              <AnnouncementRow key={item.id} item={item} />
            ))}
          </Box>
        )}
        <LoadMore query={query} />
      </Sheet>
    </>
  );
}
