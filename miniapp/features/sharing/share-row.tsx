import { useState } from 'react';
import { recipientInWords, SHARE_STATES } from '../../../bff/contract/sharing/enums.ts';
import type { ShareLinkReply } from '../../../bff/contract/sharing/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { pageOfShare } from '../../addresses.ts';
import { copyText } from '../../platform/device/copy-text.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { ShareButton } from '../../ui/share-button.tsx';
import { shownTime } from '../../ui/times.ts';
import { ChangeForm } from './change-form.tsx';
import { revokeShare } from './use-shares.ts';
import styles from './sharing.module.css';

/** One link: for whom, how it stands, when it was opened, and what can be done with it. */
export function ShareRow({ id, title, share }: { id: number; title: string; share: ShareLinkReply }) {
  const [isBusy, setBusy] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const { url, code, purpose, viewLimit } = share;
  const recipient = recipientInWords(share.recipient);
  const revoke = () => {
    setBusy(true);
    revokeShare(id, share.id).then(
      () => showToast('已停止分享，链接立即失效'),
      (fault: unknown) => {
        showToast(faultText(fault));
        setBusy(false);
      },
    );
  };
  if (isChanging)
    return (
      <Box as="li" className={styles.row}>
        <Box as="strong">{recipient}</Box>
        <ChangeForm id={id} share={share} onDone={() => setChanging(false)} />
      </Box>
    );
  return (
    <Box as="li" className={styles.row}>
      <Box className={styles.head}>
        <Box as="strong">{recipient}</Box>
        <Box as="span" className={url ? styles.open : styles.over}>
          {SHARE_STATES[share.state]}
        </Box>
      </Box>
      <Box className={styles.facts}>
        {purpose ? `${purpose} · ` : ''}有效期至 {share.expiresOn} · 已查看 {share.views}
        {viewLimit === null ? ' 次' : ` / ${viewLimit} 次`}
        {share.mayDownload ? ' · 可下载' : ''}
      </Box>
      {url ? (
        <>
          <Box className={styles.url}>{url}</Box>
          {code ? <Box className={styles.code}>访问码 {code}</Box> : null}
        </>
      ) : null}
      {share.opened.length ? (
        <Box as="ul" className={styles.opened} label="打开记录">
          {share.opened.map(({ at, device }, index) => (
            <Box as="li" key={index}>
              {shownTime(at)} · {device}
            </Box>
          ))}
        </Box>
      ) : null}
      <Box className={styles.rowActs}>
        {url ? (
          <>
            <Button kind="text" onTap={() => void copyText(url, '链接')} label={`复制链接：${recipient}`}>
              复制链接
            </Button>
            <ShareButton title={title} url={url} path={pageOfShare(url)} />
          </>
        ) : null}
        {code ? (
          <Button kind="text" onTap={() => void copyText(code, '访问码')}>
            复制访问码
          </Button>
        ) : null}
        {share.can.change ? (
          <Button kind="text" onTap={() => setChanging(true)} label={`修改给${recipient}的链接`}>
            {share.state === 'expired' ? '延长有效期' : '修改'}
          </Button>
        ) : null}
        {share.can.revoke ? (
          <Button kind="text" onTap={revoke} busyLabel={isBusy && '正在停止…'} label={`停止分享给${recipient}`}>
            停止分享
          </Button>
        ) : null}
      </Box>
    </Box>
  );
}
