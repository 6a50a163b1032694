import { Box } from '../../../ui/elements.tsx';
import styles from '../profile.module.css';

/** How much is complete, as figure and bar. */
export function Progress({ percent }: { percent: number }) {
  return (
    <Box className={styles.progress} role="img" label={`已完成${percent}%`}>
      <Box className={styles.percent}>{percent}%</Box>
      <Box className={styles.track}>
        <Box className={styles.done} style={{ width: `${percent}%` }} />
      </Box>
    </Box>
  );
}
