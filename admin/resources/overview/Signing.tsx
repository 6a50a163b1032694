import { Alert } from 'antd';
import { certificateEndpoints } from '../../../bff/contract/certificates/endpoints.ts';
import type { OverviewReply } from '../../../bff/contract/operations/endpoints.ts';
import { EXPIRY_WARNINGS, SIGNING_FAULTS } from '../../../bff/contract/operations/enums.ts';
import { Link } from 'react-router';
import { pageUrl } from '../../addresses.ts';
import { useMay } from '../../providers/permission.ts';

/** What keeps letters from being signed, or soon will; nothing while all is well. */
export function Signing({ signing }: { signing: OverviewReply['signing'] }) {
  const may = useMay();
  const { fault, until, daysLeft, isUntrusted, isUnsealed, waiting } = signing;
  const list = may(certificateEndpoints.listQueue) && (
    <Link to={pageUrl('applications', { issue: 'waiting' })}>查看</Link>
  );
  return (
    <>
      {(fault !== null || waiting > 0) && (
        <Alert
          type="error"
          showIcon
          title={`${fault ? SIGNING_FAULTS[fault] : '签名正常'}${waiting > 0 ? `，${waiting} 份已通过的证明等待签名` : ''}`}
          description={
            fault
              ? '恢复后自动出具，不需要重新审核。请负责运维的人员按运维手册处理。'
              : '签名刚恢复的，一分钟内自动出具；登记在通过之后有变的，在“证明复核”处理后出具。'
          }
          action={waiting > 0 && list}
        />
      )}
      {fault !== 'expired' && daysLeft <= EXPIRY_WARNINGS[0] && (
        <Alert
          type={daysLeft <= EXPIRY_WARNINGS[2] ? 'error' : 'warning'}
          showIcon
          title={`签名证书还有 ${daysLeft} 天到期（${until}），到期后新的证明不能签名`}
          description="请及早向发证机构申请新的证书。"
        />
      )}
      {isUntrusted && (
        <Alert
          type="warning"
          showIcon
          title="签名证书不是由设置中列明的可信机构签发，出具的证明都标明“测试”，不具效力"
        />
      )}
      {isUnsealed && (
        <Alert
          type="warning"
          showIcon
          title="未设置已备案的电子印章，出具的证明写明“未加盖电子印章”"
          description="电子印章制作、备案后，请负责运维的人员按 README 设置印章编码；只影响之后出具的证明。"
        />
      )}
    </>
  );
}
