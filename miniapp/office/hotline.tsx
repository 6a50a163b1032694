import type { HoursState } from '../../bff/contract/office-hours/replies.ts';
import { pageUrl } from '../addresses.ts';
import { Box, Link } from '../ui/elements.tsx';
import { PhoneHours, PhoneNumber } from './office-phone.tsx';
import { useOfficeHours } from './use-office-hours.ts';
import { useOffice } from './use-office.ts';
import styles from './hotline.module.css';

interface HotlineProps {
  /** Whether the way to ask in writing stands beside it: not where one is asking already. */
  offersTicket: boolean;
}

/** 服务热线: whom to call about what, and whether somebody answers now. Nothing while that is not known. */
export function Hotline({ offersTicket }: HotlineProps) {
  const { data: office } = useOffice();
  const { data: hours } = useOfficeHours();
  if (!office) return null;
  return (
    <Box as="footer" className={styles.hotline} label="服务热线">
      <Box className={styles.head}>
        <Box as="h2" className={styles.title}>
          服务热线
        </Box>
        {hours ? <CallableNow state={hours.telephone} /> : null}
        <Link href={pageUrl('faq')} className={styles.ask}>
          常见问题
        </Link>
        {offersTicket ? (
          <Link href={pageUrl('chat')} className={styles.ask}>
            联系客服
          </Link>
        ) : null}
        {offersTicket ? (
          <Link href={pageUrl('ticketForm')} className={styles.ask}>
            提交工单
          </Link>
        ) : null}
      </Box>
      <Box className={styles.numbers}>
        <Box>
          登记信息、证明 <PhoneNumber number={office.registryPhone} />
        </Box>
        <Box>
          处分记录 <PhoneNumber number={office.disciplinePhone} />
        </Box>
        {hours && hours.supplierPhone !== '' ? (
          <Box>
            技术支持 <PhoneNumber number={hours.supplierPhone} />
            {hours.supplierHours !== '' ? `（${hours.supplierHours}）` : ''}
          </Box>
        ) : null}
      </Box>
      <Box className={styles.hours}>
        电话 <PhoneHours />
        ；窗口 {office.officeHours}，{office.officeAddress}
      </Box>
    </Box>
  );
}

/** 现在可拨打 / 已下班; nothing in a year whose holidays are not known. */
function CallableNow({ state: { isOpen, closedFor, opensWords } }: { state: HoursState }) {
  if (isOpen === null) return null;
  if (isOpen) return <Box className={styles.open}>现在可拨打</Box>;
  const until = opensWords === '' ? '' : `，${opensWords} 起可拨打`;
  return <Box className={styles.closed}>{`${closedFor === '' ? '已下班' : closedFor}${until}`}</Box>;
}
