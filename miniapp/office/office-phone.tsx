import { Box, Link } from '../ui/elements.tsx';
import { useOffice } from './use-office.ts';
import styles from './office-phone.module.css';

/** Telephone and hours for questions about basic data; `when` one is to call. */
export function OfficePhone({ when = '忘记密码或无法登录' }: { when?: string }) {
  const { data } = useOffice();
  if (!data) return null;
  return (
    <Box as="p">
      {when}，请致电 <PhoneNumber number={data.registryPhone} />（{data.officeHours}）。
    </Box>
  );
}

/** A number that a phone dials at a tap. */
export function PhoneNumber({ number }: { number: string }) {
  return (
    <Link href={`tel:${number.replace(/[^\d+]/g, '')}`} className={styles.number}>
      {number}
    </Link>
  );
}
