import { useDidShow } from '@tarojs/taro';
import { pageUrl } from '../../addresses.ts';
import { Box } from '../../ui/elements.tsx';
import { Row } from '../../ui/lists/row.tsx';
import styles from './inbox-link.module.css';
import { useUnread } from '../../session/use-unread.ts';

/** 消息, with how many are unread. */
export function InboxLink() {
  const unread = useUnread();
  useDidShow(unread.refetch);
  return (
    <Row
      href={pageUrl('inbox')}
      title="消息"
      detail="申请结果、纸质证明和证明状态的通知"
      value={
        unread.label ? (
          <Box as="span" className={styles.badge}>
            {unread.label}
          </Box>
        ) : undefined
      }
    />
  );
}
