import { StateTag } from '../../ui/StateTag.tsx';

export function TypeTag({ type: { isRetired, faults } }: { type: { isRetired: boolean; faults: string[] } }) {
  if (faults.length > 0) return <StateTag tone="bad" label="须修改，暂不可申请" />;
  return isRetired ? <StateTag tone="still" label="已停用" /> : <StateTag tone="good" label="使用中" />;
}

/** How long a certificate stays valid, in words. */
export const validityInWords = (months: number | null): string => (months === null ? '长期' : `${months}个月`);
