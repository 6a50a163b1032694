import type { HomeHours } from '../../../bff/contract/home/replies.ts';
import { Box } from '../../ui/elements.tsx';
import styles from './home.module.css';

/** How much of this year's hours there is, as a ring; nothing where none are asked. Its room is kept while that is not known. */
export function HoursRing({ hours }: { hours: HomeHours | null }) {
  if (hours === null) return <Box className={styles.ring} />;
  if (hours.requiredTenths === 0) return null;
  const percent = Math.min(100, Math.floor((hours.tenths * 100) / hours.requiredTenths));
  const backgroundImage = `conic-gradient(var(--green) ${percent}%, var(--line) 0)`;
  return (
    <Box className={styles.ring} style={{ backgroundImage }} role="img" label={`本年学时已修${percent}%`}>
      <Box className={styles.ringHole}>{percent}%</Box>
    </Box>
  );
}
