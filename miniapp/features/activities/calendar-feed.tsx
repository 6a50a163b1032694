import { useState } from 'react';
import { useSending } from '../../application/use-sending.ts';
import { copyText } from '../../platform/device/copy-text.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import { makeCalendarFeed, revokeCalendarFeed, useCalendarFeed } from './use-activities.ts';
import styles from './activities.module.css';

/** 日历订阅: an address that the member's own calendar programs read, shown once. */
export function CalendarFeed() {
  const { data } = useCalendarFeed();
  const [address, setAddress] = useState('');
  const [isEnding, setEnding] = useState(false);
  const { fault, isBusy, clear, send } = useSending([]);
  if (!data) return null;
  const make = () => send(async () => setAddress((await makeCalendarFeed()).address));
  const end = () =>
    send(async () => {
      await revokeCalendarFeed();
      setAddress('');
      setEnding(false);
      showToast('已停用');
    });
  return (
    <Box className={styles.feed}>
      <Box className={styles.head}>日历订阅</Box>
      <Box as="p">
        在手机或电脑的日历中“添加订阅日历”，已报名的活动自动出现，改期、取消随之更新。地址中只有名称、时间和地点，请勿转发。
      </Box>
      {data.madeAt === null ? null : (
        <Box as="p" className={styles.quiet}>
          {shownTime(data.madeAt)} 生成，{data.readAt === null ? '尚未被读取' : `最近读取 ${shownTime(data.readAt)}`}
        </Box>
      )}
      {address ? (
        <Notice>
          <Box className={styles.address}>{address}</Box>
          <Box>地址只显示这一次，请现在复制。</Box>
        </Notice>
      ) : null}
      {fault && !isEnding ? <Notice tone="bad">{fault}</Notice> : null}
      <Box className={styles.acts}>
        {address ? (
          <Button onTap={() => void copyText(address, '地址')}>复制地址</Button>
        ) : (
          <Button kind="secondary" onTap={() => void make()} busyLabel={isBusy && '正在生成…'}>
            {data.madeAt === null ? '生成订阅地址' : '换一个地址'}
          </Button>
        )}
        {data.madeAt === null ? null : (
          <Button
            kind="secondary"
            onTap={() => {
              clear();
              setEnding(true);
            }}
          >
            停用
          </Button>
        )}
      </Box>
      <Confirm
        isOpen={isEnding}
        onClose={() => setEnding(false)}
        title="停用日历订阅"
        question="订阅了该地址的日历不再更新。以后可以重新生成。"
        act="停用"
        onAct={() => void end()}
        busyLabel={isBusy && '正在停用…'}
        error={fault}
      />
    </Box>
  );
}
