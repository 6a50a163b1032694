import { useQuery } from '@tanstack/react-query';
import { bulkEndpoints, type BulkPreCheck } from '../../../bff/contract/bulk/endpoints.ts';
import type { PreCheckContent } from '../../../bff/contract/certificates/schemas.ts';
import type { CertificateTypeReply } from '../../../bff/contract/certificates/endpoints.ts';
import type { Remedy } from '../../../bff/contract/pre-check/endpoints.ts';
import { ApiError } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { Reasons } from '../../application/checks/pre-check.tsx';
import { useSettled } from '../../application/checks/use-settled.ts';
import { canPreCheck, preCheckContentOf, type FormValues } from '../../application/draft.ts';
import { Box } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

/** What would become of the bulk application as it stands; asks nothing while something that is looked at is still blank. */
export function useBulkCheck(type: CertificateTypeReply | undefined, values: FormValues) {
  const asked = type ? JSON.stringify(preCheckContentOf(type.code, type.asks, values)) : '';
  const settled = useSettled(asked);
  return useQuery({
    queryKey: ['bulk-pre-check', settled],
    queryFn: () => call(bulkEndpoints.preCheckBulk, { body: JSON.parse(settled) as PreCheckContent }),
    enabled: type !== undefined && canPreCheck(type.asks, values) && settled === asked,
    retry: false,
    // Facts change: what was true a while ago is asked again.
    gcTime: 0,
  });
}

/** How many are issued at once, and who goes to a person and why, before anything is submitted. */
export function BulkCheck({
  check: { data, error },
  onRemedy,
}: {
  check: Pick<ReturnType<typeof useBulkCheck>, 'data' | 'error'>;
  onRemedy: (remedy: Remedy) => void;
}) {
  if (error instanceof ApiError && error.code === 'invalid_fields') {
    return <Notice tone="bad">{Object.values(error.fields).join('；') || error.message}</Notice>;
  }
  if (!data) return null;
  return (
    <Notice tone={data.automatic === data.total ? 'good' : 'warn'}>
      <Box>{verdictOf(data)}</Box>
      <Reasons reasons={data.reasons} onRemedy={onRemedy} />
    </Notice>
  );
}

function verdictOf({ reviewMode, total, automatic }: BulkPreCheck): string {
  if (reviewMode === 'manual') return `预检：该类证明由协会工作人员审核，${total} 份全部转人工审核。`;
  if (automatic === total) return `预检通过：提交后 ${total} 份均可即时出具。`;
  return `预检：${automatic} 份可即时出具，${total - automatic} 份须由协会工作人员核实，提交后转人工审核。`;
}
