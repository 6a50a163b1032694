import { useState } from 'react';
import type { ApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { ShareForm } from './share-form.tsx';
import { ShareRow } from './share-row.tsx';
import { useShares } from './use-shares.ts';
import styles from './sharing.module.css';

/** 分享: a link for each recipient, when it was opened, and its end at one tap. */
export function SharePanel({ application }: { application: ApplicationDetail }) {
  const { id, can, typeLabel } = application;
  const shares = useShares(id);
  const [isMaking, setMaking] = useState(false);
  if (shares.isError && !shares.data)
    return <Failure fault={shares.error} safe="已发出的链接不受影响。" onRetry={() => void shares.refetch()} />;
  if (!shares.data) return <Skeleton lines={4} />;
  return (
    <Box>
      {isMaking && can.share ? (
        <ShareForm id={id} onDone={() => setMaking(false)} />
      ) : (
        <>
          {shares.data.length === 0 ? (
            <Empty>给每个接收方一个链接，可随时停止，并能看到何时被打开。</Empty>
          ) : (
            <Box as="ul" className={styles.list}>
              {shares.data.map((share) => (
                <ShareRow key={share.id} id={id} title={`电子证明：${typeLabel}`} share={share} />
              ))}
            </Box>
          )}
          {can.share ? <Button onTap={() => setMaking(true)}>新建分享链接</Button> : null}
        </>
      )}
    </Box>
  );
}
