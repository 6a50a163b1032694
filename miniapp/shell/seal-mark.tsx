import { Box } from '../ui/elements.tsx';
import styles from './seal-mark.module.css';

/** The mark of the house: a name chop. */
export function SealMark() {
  return (
    <Box as="span" className={styles.mark} decorative>
      律
    </Box>
  );
}
