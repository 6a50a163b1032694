import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountEndpoints, type DeviceSession } from '../../../bff/contract/accounts/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { MemberPage } from '../../shell/page.tsx';
import { showToast } from '../../platform/page/show-toast.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import styles from './index.module.css';

export default function DevicesPage() {
  return (
    <MemberPage title="登录设备" entry="account">
      {() => <Devices />}
    </MemberPage>
  );
}

function Devices() {
  const devices = useQuery({ queryKey: ['devices'], queryFn: () => call(accountEndpoints.listDevices, {}) });
  const [leaving, setLeaving] = useState<DeviceSession | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState('');

  const revoke = async (device: DeviceSession) => {
    setBusy(true);
    try {
      await call(accountEndpoints.revokeDevice, { params: { id: String(device.id) } });
      setLeaving(null);
      showToast('该设备已退出登录');
      await devices.refetch();
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      setBusy(false);
    }
  };

  if (devices.isError) return <Failure fault={devices.error} onRetry={() => void devices.refetch()} />;
  if (!devices.data)
    return (
      <Sheet>
        <Skeleton lines={6} />
      </Sheet>
    );
  return (
    <>
      <Notice>如有不认识的设备，请将其注销并立即修改密码。</Notice>
      <Sheet>
        {devices.data.map((device) => (
          <Box key={device.id} className={styles.device}>
            <Box className={styles.text}>
              <Box>{device.device}</Box>
              <Box className={styles.detail}>
                最近使用{' '}
                <Box as="span" className={styles.time}>
                  {shownTime(device.lastSeenAt)}
                </Box>
                　{device.address}
              </Box>
              <Box className={styles.detail}>
                登录时间{' '}
                <Box as="span" className={styles.time}>
                  {shownTime(device.createdAt)}
                </Box>
              </Box>
            </Box>
            {device.isCurrent ? (
              <Box as="span" className={styles.current}>
                本设备
              </Box>
            ) : (
              <Button
                kind="text"
                label={`注销 ${device.device}`}
                onTap={() => {
                  setError('');
                  setLeaving(device);
                }}
              >
                注销
              </Button>
            )}
          </Box>
        ))}
      </Sheet>
      <Confirm
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        title="注销登录设备"
        question={`注销后，“${leaving?.device ?? ''}”须重新登录才能使用本账号。`}
        act="注销"
        onAct={() => leaving && void revoke(leaving)}
        busyLabel={isBusy && '正在注销…'}
        error={error}
      />
    </>
  );
}
