import { Box } from '../elements.tsx';
import styles from './stage.module.css';

/** Where the head belongs: its outline, and the line of the eyes. */
export function Guides() {
  return (
    <Box decorative className={styles.guides}>
      <Box className={styles.head} />
      <Box className={styles.eyes} />
    </Box>
  );
}
