import { daysUntil } from '../../../bff/contract/dates.ts';
import type { HomeTask } from '../../../bff/contract/home/endpoints.ts';
import { pageNamed, pageUrl } from '../../addresses.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import styles from './home.module.css';

/** 首要工作: the one thing to do first, how far it is, how long is left, one button. */
export function FirstTask({ task }: { task: HomeTask }) {
  const { title, words, percent, until, page, act } = task;
  const left = until === null ? null : leftUntil(until);
  return (
    <Sheet className={styles.task}>
      <Box className={styles.taskText}>
        <Box as="h2" className={styles.taskTitle}>
          {title}
        </Box>
        <Box as="p" className={styles.taskWords}>
          {words}
          {left ? `　${left}` : ''}
        </Box>
        {percent === null ? null : (
          <Box className={styles.bar} role="img" label={`已完成${percent}%`}>
            <Box className={styles.done} style={{ width: `${percent}%` }} />
          </Box>
        )}
      </Box>
      <Button onTap={() => goTo(pageNamed(page) ?? pageUrl('home'))}>{act}</Button>
    </Sheet>
  );
}

function leftUntil(until: string): string {
  const now = Date.now();
  if (Date.parse(until) <= now) return '已到期';
  const days = daysUntil(Date.parse(until), now);
  return days === 0 ? `${shownTime(until)} 前` : `还有${days}天`;
}
