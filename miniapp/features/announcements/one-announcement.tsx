import { useState } from 'react';
import { ANNOUNCEMENT_CATEGORIES } from '../../../bff/contract/announcements/enums.ts';
import { announcementEndpoints } from '../../../bff/contract/announcements/endpoints.ts';
import type { AnnouncementPage } from '../../../bff/contract/announcements/replies.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { KeptFiles } from '../../application/attaching/kept-files.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { RichText } from '../../ui/rich-text/rich-text.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import { confirmRead, useAnnouncement } from './use-announcements.ts';
import styles from './announcements.module.css';

/** An announcement, its attachments, and the tick where one is asked for. */
export function OneAnnouncement({ id }: { id: number }) {
  const { data, isError, error, refetch } = useAnnouncement(id);
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Sheet>
        <Skeleton lines={8} />
      </Sheet>
    );
  return (
    <>
      <Sheet>
        <Box as="h2" className={styles.heading}>
          {data.title}
        </Box>
        <Box className={styles.about}>
          {ANNOUNCEMENT_CATEGORIES[data.category]}　{shownTime(data.publishedAt)}
          {data.updatedAt ? `　已于 ${shownTime(data.updatedAt)} 更新` : ''}
        </Box>
        <RichText nodes={data.body} />
      </Sheet>
      <KeptFiles
        files={data.attachments}
        read={(file) => call(announcementEndpoints.showOwnAnnouncementFile, { params: { id: String(data.id), file } })}
      />
      <Confirmation announcement={data} />
    </>
  );
}

function Confirmation({ announcement }: { announcement: AnnouncementPage }) {
  const { id, confirmedAt, can } = announcement;
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  if (confirmedAt) return <Notice tone="good">已于 {shownTime(confirmedAt)} 确认阅读</Notice>;
  if (!can.confirm) return null;
  const confirm = async () => {
    setBusy(true);
    setFault('');
    try {
      await confirmRead(id);
    } catch (thrown) {
      setFault(faultText(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet>
      <Box as="p" className={styles.ask}>
        协会要求您确认已阅读本公告。
      </Box>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <Button onTap={() => void confirm()} busyLabel={isBusy && '正在确认…'}>
        确认已阅读
      </Button>
    </Sheet>
  );
}
