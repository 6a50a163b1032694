import type { ComponentProps } from 'react';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { PaperFields } from '../../application/papers/paper-fields.tsx';

/** 纸质证明 with each certificate: all of them go to one address, and what they cost is paid in one sum. */
export function BulkPaper(props: Omit<ComponentProps<typeof PaperFields>, 'people'>) {
  const { values } = props;
  return (
    <Sheet>
      <PaperFields {...props} people={values.lawyers.length} />
      {values.wantsPaper ? <Notice>申请数量为每名律师的份数。</Notice> : null}
    </Sheet>
  );
}
