import { CorrectionForm } from '../../features/corrections/correction-form.tsx';
import { useCorrectable } from '../../features/corrections/use-corrections.ts';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';

/** 信息有误: the address names the entry, and the lawyer where the firm speaks of one. */
export default function CorrectionFormPage() {
  const { field, lawyer } = useParams();
  return (
    <MemberPage title="信息有误" entry="account">
      {(account) => (
        <Form
          key={`${account.id}:${lawyer ?? ''}:${field ?? ''}`}
          accountId={account.id}
          field={field}
          lawyerId={lawyer === undefined ? undefined : Number(lawyer)}
        />
      )}
    </MemberPage>
  );
}

function Form({
  accountId,
  field,
  lawyerId,
}: {
  accountId: number;
  field: string | undefined;
  lawyerId: number | undefined;
}) {
  const { data, isError, error, refetch } = useCorrectable(lawyerId);
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Sheet>
        <Skeleton lines={8} />
      </Sheet>
    );
  return <CorrectionForm accountId={accountId} correctable={data} initial={field} lawyerId={lawyerId} />;
}
