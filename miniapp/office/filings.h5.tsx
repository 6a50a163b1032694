import { classes } from '../ui/classes.ts';
import elements from '../ui/elements.module.css';
import { useOffice } from './use-office.ts';
import styles from './filings.module.css';

/** Where anybody looks a number up: of the ministry, and of the police, who find it by its digits. */
const MINISTRY = 'https://beian.miit.gov.cn/';
const POLICE = 'https://beian.mps.gov.cn/#/query/webSearch?code=';

/** The numbers under which the site is on file, below every page; nothing where the association has entered none. */
export function Filings() {
  const { icpNumber, policeNumber } = useOffice().data ?? {};
  if (!icpNumber && !policeNumber) return null;
  return (
    <p className={styles.filings}>
      {icpNumber ? <Outside href={MINISTRY} number={icpNumber} /> : null}
      {policeNumber ? <Outside href={`${POLICE}${policeNumber.replace(/\D/g, '')}`} number={policeNumber} /> : null}
    </p>
  );
}

function Outside({ href, number }: { href: string; number: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={classes(elements.link, styles.number)}>
      {number}
    </a>
  );
}
