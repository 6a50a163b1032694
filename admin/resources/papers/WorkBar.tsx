import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { paperEndpoints, type PaperRow } from '../../../bff/contract/papers/endpoints.ts';
import type { PaperState } from '../../../bff/contract/papers/enums.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { openPdfBytes } from '../../ui/pdf/open-pdf-bytes.ts';
import { MailingForm } from './MailingForm.tsx';
import { Results } from './Results.tsx';
import { useManyAct } from './use-papers.ts';

interface WorkBarProps {
  state: PaperState;
  chosen: PaperRow[];
  onDone(): void;
}

/** What can be done with the chosen orders of one state. */
export function WorkBar({ state, chosen, onDone }: WorkBarProps) {
  const client = useQueryClient();
  const [isMailing, setIsMailing] = useState(false);
  const orderIds = chosen.map(({ id }) => id);
  const toMail = chosen.filter(({ pickup }) => pickup === 'mail');
  const print = useMutation({
    mutationFn: () => call(paperEndpoints.orderPrintBatch, { body: { orderIds } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['print-batches'] }),
  });
  const labels = useMutation({
    mutationFn: () => call(paperEndpoints.printLabels, { body: { orderIds: toMail.map(({ id }) => id) } }),
    onSuccess: openPdfBytes,
  });
  const printed = useManyAct(() => call(paperEndpoints.markPrinted, { body: { orderIds } }));
  const delivered = useManyAct(() => call(paperEndpoints.completePapers, { body: { orderIds } }));
  const isPosting = state === 'to_mail' || state === 'to_print';
  const nothing = chosen.length === 0;
  const count = nothing ? '' : `（${chosen.length}）`;
  if (!isPosting && state !== 'mailed') return null;
  return (
    <section className="batch" aria-label="批量办理">
      <div className="row">
        {state === 'to_print' && (
          <>
            <Button type="primary" disabled={nothing} loading={print.isPending} onClick={() => print.mutate()}>
              制作打印文件{count}
            </Button>
            <Button
              disabled={nothing}
              loading={printed.isPending}
              onClick={() => printed.mutate(undefined, { onSuccess: onDone })}
            >
              标记已打印{count}
            </Button>
          </>
        )}
        {isPosting && (
          <>
            <Button disabled={toMail.length === 0} loading={labels.isPending} onClick={() => labels.mutate()}>
              打印地址标签{toMail.length > 0 ? `（${toMail.length}）` : ''}
            </Button>
            <Button disabled={toMail.length === 0} onClick={() => setIsMailing(true)}>
              登记寄出{toMail.length > 0 ? `（${toMail.length}）` : ''}
            </Button>
          </>
        )}
        {state === 'mailed' && (
          <Button
            disabled={nothing}
            loading={delivered.isPending}
            onClick={() => delivered.mutate(undefined, { onSuccess: onDone })}
          >
            登记签收{count}
          </Button>
        )}
        {nothing && <span className="quiet">先勾选要办理的，证明尚在制作或已撤销的不能勾选</span>}
      </div>
      {isMailing && toMail.length > 0 && (
        <MailingForm
          rows={toMail}
          onDone={() => {
            setIsMailing(false);
            onDone();
          }}
          onCancel={() => setIsMailing(false)}
        />
      )}
      {print.isSuccess && <Alert type="success" showIcon role="status" title="正在制作打印文件，完成后在下方下载" />}
      {[print, labels, printed, delivered].map(
        ({ error }, index) =>
          error && <Alert key={index} type="error" showIcon role="alert" title={sentenceOf(error)} />,
      )}
      <Results reply={printed.data} done="已标记" />
      <Results reply={delivered.data} done="已登记" />
    </section>
  );
}
