import type { OwnProfile } from '../../../../bff/contract/profile/endpoints.ts';
import type { SectionKey } from '../../../../bff/contract/profile/profile.ts';
import { Box } from '../../../ui/elements.tsx';
import { Icon } from '../../../ui/marks/icon.tsx';
import { Sheet } from '../../../ui/sheets/sheet.tsx';
import styles from '../profile.module.css';

/** What the registry holds of this kind: it counts and is printed, and is not changed here. */
export function RegisteredRows({ profile, section }: { profile: Pick<OwnProfile, 'registered'>; section: SectionKey }) {
  const rows = profile.registered.filter((one) => one.section === section);
  if (rows.length === 0) return null;
  return (
    <Sheet title="本会登记" beside={<Icon name="lock" />}>
      {rows.map(({ title, fromOn, untilOn }) => (
        <Box key={`${title}${fromOn}`} className={styles.card}>
          <Box className={styles.cardText}>
            <Box className={styles.cardTitle}>{title}</Box>
            <Box className={styles.cardDetail}>{`${fromOn} 至 ${untilOn ?? '今'}`}</Box>
          </Box>
        </Box>
      ))}
    </Sheet>
  );
}
