import { classes } from '../classes.ts';
import { Box } from '../elements.tsx';
import { Icon } from './icon.tsx';
import styles from './check-mark.module.css';

/** The box of a checkbox; the row around it is what is tapped. */
export function CheckMark({ checked }: { checked: boolean }) {
  return (
    <Box as="span" decorative className={classes(styles.box, checked && styles.on)}>
      {checked ? <Icon name="check" className={styles.tick} /> : null}
    </Box>
  );
}
