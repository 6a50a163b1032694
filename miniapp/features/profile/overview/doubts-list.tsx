import type { OwnProfile } from '../../../../bff/contract/profile/endpoints.ts';
import { profileSection } from '../../../../bff/contract/profile/profile.ts';
import { pageUrl } from '../../../addresses.ts';
import { Row } from '../../../ui/lists/row.tsx';
import { Box } from '../../../ui/elements.tsx';
import { Sheet } from '../../../ui/sheets/sheet.tsx';
import styles from '../profile.module.css';

/** 先算给你看: what a reviewer will be shown, by the same rules; none of it stops anybody. */
export function DoubtsList({ profile }: { profile: OwnProfile }) {
  const doubts = profile.sections.flatMap(({ key, doubts: found }) =>
    Object.entries(found).map(([at, words]) => ({ key, at, words })),
  );
  if (doubts.length === 0) return null;
  return (
    <Sheet title="审核时会核对的内容">
      <Box className={styles.lead}>以下由系统按规则算出，审核人员也会看到；属实的不需要修改，不影响提交。</Box>
      {doubts.map(({ key, at, words }) => (
        <Row
          key={`${key}.${at}`}
          href={pageUrl('profileSection', { section: key, at })}
          title={words}
          detail={profileSection(key).label}
        />
      ))}
    </Sheet>
  );
}
