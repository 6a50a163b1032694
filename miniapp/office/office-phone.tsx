import { Box, Link } from '../ui/elements.tsx';
import { useOfficeHours } from './use-office-hours.ts';
import { useOffice } from './use-office.ts';
import styles from './office-phone.module.css';

/** Telephone and hours for questions about basic data; `when` one is to call. */
export function OfficePhone({ when = '忘记密码或无法登录' }: { when?: string }) {
  const { data } = useOffice();
  const { data: hours } = useOfficeHours();
  if (!data) return null;
  const telephone = hours?.telephone;
  return (
    <Box as="p">
      {when}，请致电 <PhoneNumber number={data.registryPhone} />（{telephone?.words ?? data.officeHours}
      {telephone?.isOpen === true ? '，现在可拨打' : ''}
      {telephone?.isOpen === false && telephone.opensWords !== '' ? `，${telephone.opensWords} 起可拨打` : ''}）。
    </Box>
  );
}

/** When somebody answers the telephone; the counter keeps hours of its own. */
export function PhoneHours() {
  const { data } = useOffice();
  const { data: hours } = useOfficeHours();
  return <>{hours?.telephone.words ?? data?.officeHours}</>;
}

/** A number that a phone dials at a tap. */
export function PhoneNumber({ number }: { number: string }) {
  return (
    <Link href={`tel:${number.replace(/[^\d+]/g, '')}`} className={styles.number}>
      {number}
    </Link>
  );
}
