import { Box } from '../elements.tsx';
import { classes } from '../classes.ts';
import styles from './icon.module.css';

export type IconName =
  | 'check'
  | 'cross'
  | 'bang'
  | 'dash'
  | 'clock'
  | 'lock'
  | 'forward'
  | 'back'
  | 'plus'
  | 'home'
  | 'list'
  | 'person'
  | 'phone'
  | 'seal'
  | 'file'
  | 'search';

/** A line icon in the colour of the text; always beside a word, so screen readers skip it. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return <Box as="span" decorative className={classes(styles.icon, styles[name], className)} />;
}
