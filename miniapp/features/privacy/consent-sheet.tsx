import { useState } from 'react';
import { PRIVACY_VERSION } from '../../../bff/contract/privacy/enums.ts';
import { faultText } from '../../api/api-error.ts';
import { deviceConsent, openPlatformGuideline } from '../../platform/account/privacy.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import { shownDay } from '../../ui/shown-day.ts';
import { useConsents, withdrawConsent } from '../../session/use-consents.ts';
import styles from './consent-sheet.module.css';

/** What was agreed to: on this device, where it can be taken back, and by whom of the account. */
export function ConsentSheet() {
  const [agreed, setAgreed] = useState(() => deviceConsent.read());
  const [isBusy, setBusy] = useState(false);
  const consents = useConsents();
  const withdraw = () => {
    setBusy(true);
    withdrawConsent()
      .then(() => {
        setAgreed(null);
        showToast('已撤回同意');
      })
      .catch((fault: unknown) => showToast(faultText(fault)))
      .finally(() => setBusy(false));
  };
  if (!openPlatformGuideline && !consents.data?.length) return null;
  return (
    <Sheet title="同意记录">
      {openPlatformGuideline ? (
        <Box as="p">
          {agreed
            ? `本设备已同意${shownDay(agreed.version)}版${agreed.version === PRIVACY_VERSION ? '' : '，新版尚未同意'}。`
            : '本设备尚未同意。使用选择文件、复制、手机号登录时会先征求同意。'}
        </Box>
      ) : null}
      {consents.data?.length ? (
        <Box as="ul" className={styles.list}>
          {consents.data.map(({ id, version, person, agreedAt, withdrawnAt }) => (
            <Box as="li" key={id} className={styles.row}>
              <Box>
                {person || '未填写备注'}　{shownDay(version)}版
              </Box>
              <Box className={styles.time}>
                {shownTime(agreedAt)} 同意{withdrawnAt ? `，${shownTime(withdrawnAt)} 撤回` : ''}
              </Box>
            </Box>
          ))}
        </Box>
      ) : null}
      <Box className={styles.acts}>
        {agreed ? (
          <Button kind="danger" onTap={withdraw} busyLabel={isBusy && '正在撤回…'}>
            撤回同意
          </Button>
        ) : null}
        {openPlatformGuideline ? (
          <Button kind="text" onTap={openPlatformGuideline}>
            查看微信中的隐私声明
          </Button>
        ) : null}
      </Box>
    </Sheet>
  );
}
