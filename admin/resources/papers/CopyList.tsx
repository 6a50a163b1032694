import { Button, Radio } from 'antd';
import { useState } from 'react';
import { paperEndpoints, type PaperDetail } from '../../../bff/contract/papers/endpoints.ts';
import { PAPER_COPY_STATES } from '../../../bff/contract/papers/enums.ts';
import type { VoidCopy } from '../../../bff/contract/papers/schemas.ts';
import { call } from '../../providers/call.ts';
import { StateTag } from '../../ui/StateTag.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { OneFieldForm } from '../../ui/form/OneFieldForm.tsx';
import { usePaperAct } from './use-papers.ts';

type Copy = PaperDetail['copyList'][number];

/** Every copy with its serial; a lost one is voided here without touching the others. */
export function CopyList({ paper }: { paper: PaperDetail }) {
  const [asking, setAsking] = useState<number | null>(null);
  return (
    <section className="sheet padded">
      <h2>各份</h2>
      <ol className="plain">
        {paper.copyList.map((copy) => (
          <li key={copy.id}>
            <div className="row">
              <span className="figures">{copy.serial}</span>
              <StateTag tone={copy.state === 'valid' ? 'good' : 'still'} label={PAPER_COPY_STATES[copy.state]} />
              <span className="quiet">{storyOf(copy)}</span>
              {copy.state === 'valid' && paper.can.reprint && asking === null && (
                <Button size="small" onClick={() => setAsking(copy.id)}>
                  作废此份
                </Button>
              )}
            </div>
            {asking === copy.id && <VoidForm paper={paper} copy={copy} onClose={() => setAsking(null)} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function storyOf({ printedAt, voidedAt, voidedBy, voidReason, replaces }: Copy): string {
  const parts = [
    replaces && `补印，代替 ${replaces}`,
    printedAt && `打印于 ${formatInstant(printedAt)}`,
    voidedAt && `${formatInstant(voidedAt)} 由${voidedBy}作废：${voidReason}`,
  ];
  return parts.filter(Boolean).join('，');
}

function VoidForm({ paper, copy, onClose }: { paper: PaperDetail; copy: Copy; onClose(): void }) {
  const [then, setThen] = useState<VoidCopy['then']>('print-another');
  const act = usePaperAct(String(paper.id), (reason: string) =>
    call(paperEndpoints.voidCopy, { params: { id: String(copy.id) }, body: { reason, then } }),
  );
  return (
    <OneFieldForm
      isSheet
      title="作废此份"
      hint={`作废 ${copy.serial}，其他各份不受影响`}
      label="作废原因"
      field="reason"
      act={act}
      submitLabel="确认作废"
      isDanger
      onClose={onClose}
      extra={
        <Radio.Group
          value={then}
          onChange={({ target }) => setThen(target.value as VoidCopy['then'])}
          options={[
            { value: 'print-another', label: '补印一份（新份号，回到待打印）' },
            { value: 'leave-it', label: '不补印' },
          ]}
        />
      }
    />
  );
}
