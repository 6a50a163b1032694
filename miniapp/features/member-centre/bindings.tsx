import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { oidcEndpoints, type OidcBindingReply } from '../../../bff/contract/oidc/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { useOffice } from '../../office/use-office.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import styles from './bindings.module.css';

/** Which identities at the association's own site open this account; nothing where there is no such site. */
export function CentreBindings() {
  const centre = useOffice().data?.memberCentre;
  return centre ? <Bindings centre={centre} /> : null;
}

function Bindings({ centre }: { centre: string }) {
  const bindings = useQuery({ queryKey: ['oidc-bindings'], queryFn: () => call(oidcEndpoints.listOidcBindings, {}) });
  const [leaving, setLeaving] = useState<OidcBindingReply | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState('');

  const unbind = async ({ id }: OidcBindingReply) => {
    setBusy(true);
    try {
      await call(oidcEndpoints.unbindOidc, { params: { id: String(id) } });
      setLeaving(null);
      showToast('已解除绑定');
      await bindings.refetch();
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet title={`${centre}账号`}>
      {content()}
      <Confirm
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        title={`解除${centre}账号绑定`}
        question={
          leaving?.isCurrent
            ? '解除后，本设备将退出登录，再次登录须使用密码。'
            : `解除后，用“${nameOf(leaving)}”登录的设备将退出登录，再次登录须使用密码。`
        }
        act="解除绑定"
        onAct={() => leaving && void unbind(leaving)}
        busyLabel={isBusy && '正在解除…'}
        error={error}
      />
    </Sheet>
  );

  function content() {
    if (bindings.isError) return <Failure fault={bindings.error} onRetry={() => void bindings.refetch()} />;
    if (!bindings.data) return <Skeleton lines={2} />;
    if (bindings.data.length === 0) return <Empty>{`没有绑定${centre}账号。从${centre}进入本系统时可以绑定`}</Empty>;
    return bindings.data.map((binding) => (
      <Box key={binding.id} className={styles.binding}>
        <Box className={styles.text}>
          <Box>
            {nameOf(binding)}
            {binding.isCurrent ? '（本次登录）' : ''}
          </Box>
          <Box className={styles.detail}>绑定于 {shownTime(binding.boundAt)}</Box>
          <Box className={styles.detail}>最近登录 {shownTime(binding.lastUsedAt)}</Box>
        </Box>
        <Button
          kind="text"
          label={`解除${centre}账号绑定 ${nameOf(binding)}`}
          onTap={() => {
            setError('');
            setLeaving(binding);
          }}
        >
          解除绑定
        </Button>
      </Box>
    ));
  }
}

const nameOf = (binding: OidcBindingReply | null): string => binding?.name || '未提供姓名';
