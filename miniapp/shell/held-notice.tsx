import { holdWords } from '../../bff/contract/accounts/holds.ts';
import { pageUrl } from '../addresses.ts';
import { heldOf, useHold } from '../session/use-hold.ts';
import { Link } from '../ui/elements.tsx';
import { Notice } from '../ui/sheets/sheet.tsx';
import styles from './page.module.css';

/** What is shut for an account that has just been opened, until when, and the way to what opens it. */
export function HeldNotice() {
  const { data } = useHold();
  if (!data) return null;
  return (
    <Notice tone="warn">
      {holdWords(heldOf(data))}
      <Link href={pageUrl('contacts')} className={styles.way}>
        立即启用全部服务
      </Link>
    </Notice>
  );
}
