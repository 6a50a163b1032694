import { classes } from '../../ui/classes.ts';
import { Box } from '../../ui/elements.tsx';
import { passwordStrength } from './password-strength.ts';
import styles from './strength-meter.module.css';

/** Three bars and a word. */
export function StrengthMeter({ password }: { password: string }) {
  if (!password) return <>至少10位，须同时包含字母和数字</>;
  const { level, label } = passwordStrength(password);
  return (
    <Box className={styles.meter} live="polite">
      <Box className={styles.bars} decorative>
        {[1, 2, 3].map((bar) => (
          <Box key={bar} className={classes(styles.bar, level >= bar && styles[`level${level}`])} />
        ))}
      </Box>
      <Box as="span">{level === 0 ? '至少10位，须同时包含字母和数字' : `密码强度：${label}`}</Box>
    </Box>
  );
}
