import { classes } from '../classes.ts';
import { Box, Tap } from '../elements.tsx';
import styles from './switch.module.css';

/** A setting that is on or off at once. */
export function Switch({
  label,
  detail,
  isOn,
  onToggle,
}: {
  label: string;
  detail?: string;
  isOn: boolean;
  onToggle: () => void;
}) {
  return (
    <Tap role="switch" checked={isOn} label={label} onTap={onToggle} className={styles.row}>
      <Box as="span" className={styles.text}>
        <Box as="span" className={styles.label}>
          {label}
        </Box>
        {detail ? (
          <Box as="span" className={styles.detail}>
            {detail}
          </Box>
        ) : null}
      </Box>
      <Box as="span" className={styles.word}>
        {isOn ? '已开启' : '已关闭'}
      </Box>
      <Box as="span" className={classes(styles.track, isOn && styles.on)} decorative>
        <Box as="span" className={styles.knob} />
      </Box>
    </Tap>
  );
}
