import { classes } from '../classes.ts';
import { Box } from '../elements.tsx';
import { Icon } from './icon.tsx';
import styles from './step-bar.module.css';

/** Where one stands among some steps: dots with the name spelled out on a phone, all names on a PC. */
export function StepBar({ steps, current }: { steps: readonly string[]; current: number }) {
  return (
    <Box className={styles.bar} role="group" label={`第${current + 1}步，共${steps.length}步：${steps[current] ?? ''}`}>
      <Box className={styles.steps} decorative>
        {steps.map((step, index) => (
          <Box
            key={step}
            className={classes(styles.step, index < current && styles.done, index === current && styles.current)}
          >
            <Box className={styles.dot}>
              <Box as="span" className={styles.number}>
                {index < current ? <Icon name="check" className={styles.tick} /> : index + 1}
              </Box>
            </Box>
            <Box as="span" className={styles.name}>
              {step}
            </Box>
          </Box>
        ))}
      </Box>
      <Box className={styles.spelled} decorative>
        <Box as="span" className={styles.spelledName}>
          {steps[current]}
        </Box>
        <Box as="span" className={styles.spelledCount}>{`第 ${current + 1} 步，共 ${steps.length} 步`}</Box>
      </Box>
    </Box>
  );
}
