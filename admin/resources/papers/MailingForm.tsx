import { Alert, AutoComplete, Button, Input } from 'antd';
import { useState } from 'react';
import { paperEndpoints, type PaperRow } from '../../../bff/contract/papers/endpoints.ts';
import { call } from '../../providers/call.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { Results } from './Results.tsx';
import { useManyAct } from './use-papers.ts';

interface MailingFormProps {
  rows: PaperRow[];
  onDone(): void;
  onCancel(): void;
}

const COURIERS = ['邮政特快专递（EMS）', '顺丰速运', '京东快递'].map((value) => ({ value }));

/** 登记寄出: one courier for all, a tracking number for each; a scanner's Enter leads to the next one. */
export function MailingForm({ rows, onDone, onCancel }: MailingFormProps) {
  const [courier, setCourier] = useState('');
  const [numbers, setNumbers] = useState<Record<number, string>>({});
  const mail = useManyAct(() =>
    call(paperEndpoints.mailPapers, {
      body: { mailings: rows.map(({ id }) => ({ orderId: id, courier, trackingNo: numbers[id] ?? '' })) },
    }),
  );
  const faults = mail.error instanceof ApiFailure ? mail.error.fields : {};
  const courierFault = faults['mailings.0.courier'];
  const isDone = mail.data?.results.every(({ failure }) => failure === null);
  return (
    <form
      className="sheet padded confirm"
      aria-label="登记寄出"
      onSubmit={(event) => {
        event.preventDefault();
        mail.mutate(undefined, {
          onSuccess: ({ results }) => results.every((one) => one.failure === null) && onDone(),
        });
      }}
    >
      <label>
        <span className="required">快递公司</span>
        <AutoComplete
          value={courier}
          options={COURIERS}
          onChange={setCourier}
          status={courierFault ? 'error' : ''}
          className="form-wide"
        />
      </label>
      {courierFault && <p className="fault">{courierFault}</p>}
      <ol className="plain">
        {rows.map((row, index) => {
          const fault = faults[`mailings.${index}.trackingNo`];
          return (
            <li key={row.id}>
              <label>
                <span className="required">
                  <span className="figures">{row.number}</span> {row.recipient} 的快递单号
                </span>
                <Input
                  value={numbers[row.id] ?? ''}
                  autoComplete="off"
                  status={fault ? 'error' : ''}
                  aria-invalid={Boolean(fault)}
                  onChange={({ target }) => setNumbers((before) => ({ ...before, [row.id]: target.value }))}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter') return;
                    const inputs = [...(event.currentTarget.form?.querySelectorAll('ol input') ?? [])];
                    const next = inputs[inputs.indexOf(event.currentTarget) + 1];
                    if (!(next instanceof HTMLElement)) return;
                    event.preventDefault();
                    next.focus();
                  }}
                />
              </label>
              {fault && <p className="fault">{fault}</p>}
            </li>
          );
        })}
      </ol>
      {mail.error && <Alert type="error" showIcon role="alert" title={sentenceOf(mail.error)} />}
      {!isDone && <Results reply={mail.data} done="已寄出" />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={mail.isPending}>
          确认寄出 {rows.length} 单
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </form>
  );
}
