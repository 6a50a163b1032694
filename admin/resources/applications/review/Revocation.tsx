import { Button } from 'antd';
import { useState } from 'react';
import type { StaffApplicationDetail } from '../../../../bff/contract/certificates/endpoints.ts';
import { faultOf, ReasonField, Refusal } from './ReasonField.tsx';
import { useRevocation } from './use-standing.ts';

/** Asks for the reason, and says what follows, before a certificate is revoked. */
export function Revocation({ application, onClose }: { application: StaffApplicationDetail; onClose(): void }) {
  const [reason, setReason] = useState('');
  const revocation = useRevocation(String(application.id));
  return (
    <form
      className="confirm"
      aria-label="撤销证明"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        revocation.mutate({ reason }, { onSuccess: onClose });
      }}
    >
      <p>撤销编号 {application.number} 的证明后，核验页和所有分享链接立即显示“已撤销”，不能恢复。申请人会收到通知。</p>
      <ReasonField autoFocus value={reason} onChange={setReason} fault={faultOf(revocation.error, 'reason')} />
      <Refusal error={revocation.error} shown={['reason']} />
      <div className="row">
        <Button type="primary" danger htmlType="submit" loading={revocation.isPending}>
          确认撤销
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}
