import { useQuery } from '@tanstack/react-query';
import { CORRECTION_STATES } from '../../../bff/contract/corrections/enums.ts';
import { fieldChangeEndpoints } from '../../../bff/contract/field-changes/endpoints.ts';
import { groupDigits } from '../../../bff/contract/text.ts';
import { call } from '../../api/client.ts';
import { Facts, Sheet } from '../../ui/sheets/sheet.tsx';

/** What a ticket asks of the registry, and what became of it; nothing where it asks nothing. */
export function AskedChange({ id }: { id: number }) {
  const { data } = useQuery({
    queryKey: ['tickets', id, 'field-change'],
    queryFn: () => call(fieldChangeEndpoints.showOwnFieldChange, { params: { id: String(id) } }),
  });
  const change = data?.change;
  if (!change) return null;
  const rows: [string, string][] = [
    [change.isClaim ? '律师' : '会员', `${change.subjectName}　${groupDigits(change.subjectLicenceNo)}`],
    ['更正项目', change.label],
    ['申请时登记为', change.present || '空'],
    ['正确内容', change.wanted],
    ['结果', CORRECTION_STATES[change.state]],
  ];
  return (
    <Sheet title="更正登记信息">
      <Facts rows={rows} />
    </Sheet>
  );
}
