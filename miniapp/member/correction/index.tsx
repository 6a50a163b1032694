import { CorrectionDetail } from '../../features/corrections/correction-detail.tsx';
import { useCorrection } from '../../features/corrections/use-corrections.ts';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';

export default function CorrectionPage() {
  const { id } = useParams();
  return (
    <MemberPage title="更正申请" entry="account">
      {() => <Correction id={Number(id)} />}
    </MemberPage>
  );
}

function Correction({ id }: { id: number }) {
  const { data, isError, error, refetch } = useCorrection(id);
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Sheet>
        <Skeleton lines={8} />
      </Sheet>
    );
  return <CorrectionDetail correction={data} />;
}
