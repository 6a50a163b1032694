import { StateTag } from '../../ui/StateTag.tsx';

export function TypeTag({ type: { isRetired } }: { type: { isRetired: boolean } }) {
  return isRetired ? <StateTag tone="still" label="已停用" /> : <StateTag tone="good" label="使用中" />;
}

/** How long a certificate stays valid, in words. */
export const validityInWords = (months: number | null): string => (months === null ? '长期' : `${months}个月`);
