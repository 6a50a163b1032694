import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { wechatEndpoints, type WechatBindingReply } from '../../../bff/contract/wechat/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { CentreBindings } from '../../features/member-centre/bindings.tsx';
import { bindThisWechat } from '../../session/wechat-sign-in.ts';
import { MemberPage } from '../../shell/page.tsx';
import { pageUrl } from '../../addresses.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { wechatWay } from '../../platform/account/sign-in.ts';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import styles from './index.module.css';

const PLACES = { 'mini-program': '小程序', web: '微信内网页' } as const;

export default function WechatPage() {
  return (
    <MemberPage title="微信绑定" entry="account">
      {() => (
        <>
          <Bindings />
          <CentreBindings />
        </>
      )}
    </MemberPage>
  );
}

function Bindings() {
  const bindings = useQuery({
    queryKey: ['wechat-bindings'],
    queryFn: () => call(wechatEndpoints.listWechatBindings, {}),
  });
  const [leaving, setLeaving] = useState<WechatBindingReply | null>(null);
  const [busy, setBusy] = useState<'bind' | 'unbind' | null>(null);
  const [error, setError] = useState('');

  const unbind = async (binding: WechatBindingReply) => {
    setBusy('unbind');
    try {
      await call(wechatEndpoints.unbindWechat, { params: { id: String(binding.id) } });
      setLeaving(null);
      showToast('已解除绑定');
      await bindings.refetch();
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      setBusy(null);
    }
  };
  const bind = () => {
    setBusy('bind');
    bindThisWechat(pageUrl('wechat'))
      .then(() => bindings.refetch())
      .catch((fault: unknown) => showToast(faultText(fault)))
      .finally(() => setBusy(null));
  };

  if (bindings.isError) return <Failure fault={bindings.error} onRetry={() => void bindings.refetch()} />;
  if (!bindings.data)
    return (
      <Sheet>
        <Skeleton lines={4} />
      </Sheet>
    );
  const canBind = wechatWay() !== null && !bindings.data.some(({ isCurrent }) => isCurrent);
  return (
    <>
      <Notice>绑定后，用该微信打开小程序即可登录，无需输入密码。人员离职或更换手机时请及时解除。</Notice>
      <Sheet>
        {bindings.data.length === 0 ? <Empty>本账号还没有绑定微信</Empty> : null}
        {bindings.data.map((binding) => (
          <Box key={binding.id} className={styles.binding}>
            <Box className={styles.text}>
              <Box>
                {binding.label || '未填写备注'}
                {binding.isCurrent ? '（本微信）' : ''}
              </Box>
              <Box className={styles.detail}>
                {PLACES[binding.place]}　绑定于 {shownTime(binding.boundAt)}
              </Box>
              <Box className={styles.detail}>最近登录 {shownTime(binding.lastUsedAt)}</Box>
            </Box>
            <Button
              kind="text"
              label={`解除绑定 ${binding.label}`}
              onTap={() => {
                setError('');
                setLeaving(binding);
              }}
            >
              解除绑定
            </Button>
          </Box>
        ))}
      </Sheet>
      {canBind ? (
        <Button kind="secondary" onTap={bind} busyLabel={busy === 'bind' && '正在绑定…'}>
          绑定此微信
        </Button>
      ) : null}
      <Confirm
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        title="解除微信绑定"
        question={
          leaving?.isCurrent
            ? '解除后，本设备将退出登录，再次登录须使用密码。'
            : `解除后，“${leaving?.label || '该微信'}”将退出登录，再次登录须使用密码。`
        }
        act="解除绑定"
        onAct={() => leaving && void unbind(leaving)}
        busyLabel={busy === 'unbind' && '正在解除…'}
        error={error}
      />
    </>
  );
}
