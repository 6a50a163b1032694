import type { ComponentProps } from 'react';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { PaperFields } from '../../application/paper-fields.tsx';
import { useOffice } from '../../office/use-office.ts';

/** 纸质证明 with each certificate, where that is free: nobody pays for hundreds of orders one by one. */
export function BulkPaper(props: ComponentProps<typeof PaperFields>) {
  const { data } = useOffice();
  if (!data) return null;
  const isFree = data.copyFeeFen === 0 && data.postageFen === 0;
  return (
    <Sheet>
      {isFree ? <PaperFields {...props} /> : <Notice>纸质证明需要缴费，请对需要纸质证明的律师单独申请。</Notice>}
      {isFree && props.values.wantsPaper ? <Notice>申请数量为每名律师的份数。</Notice> : null}
    </Sheet>
  );
}
