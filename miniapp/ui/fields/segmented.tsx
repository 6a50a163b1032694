import { classes } from '../classes.ts';
import { Box, Tap } from '../elements.tsx';
import { Choices } from './choices.tsx';
import styles from './segmented.module.css';

/** A choice among two or three, all in view. */
export function Segmented({
  id,
  label,
  value,
  options,
  onChange,
  compact = false,
}: {
  id: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  /** Views of one list: side by side on every screen. */
  compact?: boolean;
}) {
  return (
    <Choices id={id} className={classes(styles.segmented, compact && styles.compact)} label={label}>
      {options.map((option) => (
        <Tap
          key={option.value}
          role="radio"
          checked={option.value === value}
          className={classes(styles.option, option.value === value && styles.chosen)}
          onTap={() => onChange(option.value)}
        >
          <Box as="span" className={styles.dot} decorative />
          {option.label}
        </Tap>
      ))}
    </Choices>
  );
}
