import { Tag } from 'antd';
import { useFirm } from '../../subjects/use-firm.ts';

/** Says that the list shows one firm's lawyers only, and lets go of that. */
export function OfFirm({ firmId, onClear }: { firmId: string; onClear(): void }) {
  const { data } = useFirm(firmId);
  return (
    <Tag closable onClose={onClear} className="of-firm">
      执业机构：{data?.name ?? firmId}
    </Tag>
  );
}
