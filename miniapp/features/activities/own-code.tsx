import { useQuery } from '@tanstack/react-query';
import { TOTP, Secret } from 'otpauth';
import QRCode from 'qrcode';
import { useEffect, useState } from 'react';
import { memberCode, MEMBER_STEP_MS } from '../../../bff/contract/door/code.ts';
import { doorEndpoints, type OwnCode as Code } from '../../../bff/contract/door/endpoints.ts';
import { ApiError } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { accountStorage } from '../../platform/account/account-storage.ts';
import { Box } from '../../ui/elements.tsx';
import { Photo } from '../../ui/crop/photo.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { shownWeekday } from './shown-weekday.ts';
import styles from './activities.module.css';

const TICK_MS = 1_000;
const nameOf = (registrationId: number) => `activity-code:${registrationId}`;

/** What the code is made of, and how far this device's clock is off; kept, so that it is there without a network. */
interface Kept {
  code: Code;
  offsetMs: number;
}

async function load(accountId: number, registrationId: number): Promise<Kept> {
  try {
    const code = await call(doorEndpoints.showOwnCode, { params: { id: String(registrationId) } });
    const kept = { code, offsetMs: Date.parse(code.now) - Date.now() };
    accountStorage.write(accountId, nameOf(registrationId), kept);
    return kept;
  } catch (fault) {
    const kept = accountStorage.read(accountId, nameOf(registrationId)) as Kept | null;
    // Whoever has no seat any more is told so; without an answer, what was kept still holds.
    if (fault instanceof ApiError && fault.code !== 'offline' && fault.code !== 'unavailable') throw fault;
    if (!kept || Date.parse(kept.code.until) < Date.now()) throw fault;
    return kept;
  }
}

/** 签到码: shown at the door; another one every 30 seconds, made on the device. */
export function OwnCode({ accountId, registrationId }: { accountId: number; registrationId: number }) {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['activity-code', registrationId],
    queryFn: () => load(accountId, registrationId),
  });
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <Sheet title="签到码">
        <Skeleton lines={8} />
      </Sheet>
    );
  }
  return <Shown kept={data} />;
}

function Shown({ kept: { code, offsetMs } }: { kept: Kept }) {
  const [now, setNow] = useState(() => Date.now() + offsetMs);
  const [picture, setPicture] = useState('');
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() + offsetMs), TICK_MS);
    return () => clearInterval(timer);
  }, [offsetMs]);
  const step = Math.floor(now / MEMBER_STEP_MS);
  useEffect(() => {
    const { activityId, name, secret } = code;
    const digits = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: step * MEMBER_STEP_MS });
    const words = memberCode({ activityId, name, digits });
    void QRCode.toString(words, { type: 'svg', margin: 2 }).then((svg) =>
      setPicture(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`),
    );
  }, [code, step]);
  const left = Math.ceil((MEMBER_STEP_MS - (now % MEMBER_STEP_MS)) / 1000);
  return (
    <>
      <Sheet title={code.title}>
        <Box className={styles.code}>
          {picture ? <Photo src={picture} label="签到码" className={styles.picture} /> : <Skeleton lines={8} />}
          <Box as="p">{left} 秒后更新</Box>
        </Box>
      </Sheet>
      <Notice>
        请在签到台出示此码，不要截图转发：截图一分钟后失效。打开过一次后，没有网络也能显示，至{' '}
        {shownWeekday(code.until)}。
      </Notice>
    </>
  );
}
