import { TIMELINE_EVENTS } from '../../../bff/contract/timeline/enums.ts';
import type { TimelineEntry } from '../../../bff/contract/certificates/replies.ts';
import { Box } from '../../ui/elements.tsx';
import { shownTime } from '../../ui/times.ts';
import styles from './timeline.module.css';

/** What happened, in order. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <Box as="ol">
      {entries.map((entry, index) => (
        <Box as="li" key={`${entry.event}-${entry.at}-${index}`} className={styles.entry}>
          <Box className={styles.event}>{TIMELINE_EVENTS[entry.event]}</Box>
          <Box className={styles.detail}>
            {shownTime(entry.at)}　{entry.by}
          </Box>
          {entry.note ? <Box className={styles.detail}>{entry.note}</Box> : null}
        </Box>
      ))}
    </Box>
  );
}
