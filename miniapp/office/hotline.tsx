import { readMapPoint } from '../../bff/contract/activities/map-point.ts';
import type { HoursState, OfficeHoursNow } from '../../bff/contract/office-hours/replies.ts';
import type { PublicSettings } from '../../bff/contract/settings/endpoints.ts';
import { pageUrl } from '../addresses.ts';
import { openAddress } from '../platform/device/open-address.ts';
import { openPlace } from '../platform/device/open-place.ts';
import { Box, Link, Tap } from '../ui/elements.tsx';
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
        {hours ? <Supplier hours={hours} /> : null}
      </Box>
      <Box className={styles.hours}>
        电话 <PhoneHours />
        ；窗口 {office.officeHours}，{office.officeAddress}
        <OnMap office={office} />
      </Box>
    </Box>
  );
}

/** Whoever keeps the system running, by telephone and on a site of their own. */
function Supplier({ hours: { supplierPhone, supplierHours, supplierWebsite } }: { hours: OfficeHoursNow }) {
  if (supplierPhone === '' && supplierWebsite === '') return null;
  return (
    <Box>
      技术支持 {supplierPhone === '' ? null : <PhoneNumber number={supplierPhone} />}
      {supplierHours !== '' ? `（${supplierHours}）` : ''}
      {supplierWebsite === '' ? null : (
        <Tap className={styles.map} onTap={() => openAddress(supplierWebsite)}>
          网站
        </Tap>
      )}
    </Box>
  );
}

/** The way to the office on a map, where it is known. */
function OnMap({ office: { association, officeAddress, officeMapPoint } }: { office: PublicSettings }) {
  const point = readMapPoint(officeMapPoint);
  if (!point) return null;
  return (
    <Tap className={styles.map} onTap={() => void openPlace({ ...point, name: association, address: officeAddress })}>
      在地图中查看
    </Tap>
  );
}

/** 现在可拨打 / 已下班; nothing in a year whose holidays are not known. */
function CallableNow({ state: { isOpen, closedFor, opensWords } }: { state: HoursState }) {
  if (isOpen === null) return null;
  if (isOpen) return <Box className={styles.open}>现在可拨打</Box>;
  const until = opensWords === '' ? '' : `，${opensWords} 起可拨打`;
  return <Box className={styles.closed}>{`${closedFor === '' ? '已下班' : closedFor}${until}`}</Box>;
}
