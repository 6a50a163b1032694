import { pageUrl } from '../../addresses.ts';
import { Box, Link } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { CentreEntrance } from './entrance.tsx';
import type { CentreEntranceProps } from './entrance-props.ts';
import styles from './entrance.module.css';

/** Why nobody came in from the association's own site, and both ways on. */
export function NotEntered({ why, back, onFault }: CentreEntranceProps & { why: string }) {
  return (
    <>
      <Box role="alert">
        <Notice tone="warn">{why}</Notice>
      </Box>
      <CentreEntrance back={back} onFault={onFault} />
      <Link href={pageUrl('signIn', { back })} className={styles.other}>
        用账号和密码登录
      </Link>
    </>
  );
}
