import { ANNOUNCEMENT_CATEGORIES } from '../../../bff/contract/announcements/enums.ts';
import type { AnnouncementItem } from '../../../bff/contract/announcements/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { classes } from '../../ui/classes.ts';
import { Box } from '../../ui/elements.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { shownDate } from '../../ui/times.ts';
import styles from './announcements.module.css';

/** One line: a dot and bold letters while it is unread, and a word for who hears the page. */
export function AnnouncementRow({ item }: { item: AnnouncementItem }) {
  const { id, title, category, publishedAt, isPinned, isRead, mustConfirm } = item;
  return (
    <Row
      href={pageUrl('announcement', { id })}
      title={
        <Box className={classes(styles.title, !isRead && styles.unread)}>
          {isRead ? null : <Box as="span" className={styles.dot} label="未读" />}
          {isPinned ? (
            <Box as="span" className={styles.mark}>
              置顶
            </Box>
          ) : null}
          {mustConfirm && !isRead ? (
            <Box as="span" className={classes(styles.mark, styles.due)}>
              须确认
            </Box>
          ) : null}
          {title}
        </Box>
      }
      detail={`${ANNOUNCEMENT_CATEGORIES[category]}　${shownDate(publishedAt)}`}
    />
  );
}
