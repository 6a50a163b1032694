import { classes } from '../classes.ts';
import { Box } from '../elements.tsx';
import { Icon, type IconName } from './icon.tsx';
import styles from './state-tag.module.css';

export type Tone = 'good' | 'waiting' | 'due' | 'bad' | 'quiet';
const SHAPES = { good: 'check', waiting: 'clock', due: 'bang', bad: 'cross', quiet: 'dash' } as const satisfies Record<
  Tone,
  IconName
>;

/** A state as word and shape; the colour only helps. */
export function StateTag({ tone, children }: { tone: Tone; children: string }) {
  return (
    <Box as="span" className={classes(styles.tag, styles[tone])}>
      <Icon name={SHAPES[tone]} className={styles.shape} />
      {children}
    </Box>
  );
}
