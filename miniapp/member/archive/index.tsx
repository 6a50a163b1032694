import { useQuery } from '@tanstack/react-query';
import { ownFileEndpoints } from '../../../bff/contract/own-file/endpoints.ts';
import { call } from '../../api/client.ts';
import { ActivationRequest } from '../../features/registry/activation-request.tsx';
import { FirmFile } from '../../features/registry/firm-file.tsx';
import { LawyerFile } from '../../features/registry/lawyer-file.tsx';
import { YearlyRecords } from '../../features/registry/yearly-records.tsx';
import { pageUrl } from '../../addresses.ts';
import { MemberPage } from '../../shell/page.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Link } from '../../ui/elements.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';

export default function ArchivePage() {
  return (
    <MemberPage title="会员档案" entry="account">
      {(account) => <Archive accountId={account.id} />}
    </MemberPage>
  );
}

/** Everything the association keeps about the member, and whom to call when it is wrong. */
function Archive({ accountId }: { accountId: number }) {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['own-file', accountId],
    queryFn: () => call(ownFileEndpoints.showOwnFile, {}),
  });
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Sheet>
        <Skeleton lines={8} />
      </Sheet>
    );
  return (
    <>
      <Correction />
      {data.kind === 'firm' ? <FirmFile file={data} /> : <LawyerFile file={data} />}
      <YearlyRecords file={data} />
      {data.kind === 'firm' ? <ActivationRequest /> : null}
    </>
  );
}

function Correction() {
  return (
    <Notice>
      档案由协会登记，证明内容以此为准。如有错误，请点该项的“信息有误”申请更正，已经申请的见
      <Link href={pageUrl('tickets')}>我的工单</Link>
      。也可以拨打下方的服务热线。
    </Notice>
  );
}
