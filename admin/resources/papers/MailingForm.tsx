import { Alert, App, AutoComplete, Button } from 'antd';
import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { paperEndpoints, type PaperRow } from '../../../bff/contract/papers/endpoints.ts';
import { call } from '../../providers/call.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { useLeaveWarning } from '../../ui/form/use-leave-warning.ts';
import { Results } from './Results.tsx';
import { useManyAct } from './use-papers.ts';

interface MailingFormProps {
  rows: PaperRow[];
  onDone(): void;
  onCancel(): void;
}

const COURIERS = ['邮政特快专递（EMS）', '顺丰速运', '京东快递'].map((value) => ({ value }));

interface Mailing {
  orderId: number;
  courier: string;
  trackingNo: string;
}

/**
 * 登记寄出, for hands on a scanner: the copy's number finds its row, the parcel's number fills it, Enter leads on. The
 * fields keep what they get themselves, as fast as a scanner types.
 */
export function MailingForm({ rows, onDone, onCancel }: MailingFormProps) {
  const [courier, setCourier] = useState('');
  const [missed, setMissed] = useState('');
  const [sent, setSent] = useState<Mailing[]>([]);
  const scan = useRef<HTMLInputElement>(null);
  /** Whoever scans takes the next copy from the pile; whoever types goes down the list. */
  const isScanning = useRef(false);
  const fields = useRef(new Map<number, HTMLInputElement>());
  const mail = useManyAct((mailings: Mailing[]) => call(paperEndpoints.mailPapers, { body: { mailings } }));
  const faults = mail.error instanceof ApiFailure ? mail.error.fields : {};
  const faultOf = (orderId: number, field: keyof Mailing) =>
    faults[`mailings.${sent.findIndex((one) => one.orderId === orderId)}.${field}`];
  const courierFault = sent[0] && faultOf(sent[0].orderId, 'courier');
  // Neither a tab nor a link takes away what was scanned without a question.
  const { arm, disarm } = useLeaveWarning();
  const { modal } = App.useApp();
  const hasNumbers = () => [...fields.current.values()].some(({ value }) => value.trim() !== '');
  const cancel = () => {
    if (!hasNumbers()) onCancel();
    else
      modal.confirm({
        title: '已填写的快递单号还没有登记',
        content: '取消后要重新扫描。',
        okText: '放弃',
        cancelText: '继续填写',
        onOk: onCancel,
      });
  };
  const isDone = mail.data?.results.every(({ failure }) => failure === null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const mailings = rows.map(({ id }) => ({
      orderId: id,
      courier,
      trackingNo: fields.current.get(id)?.value ?? '',
    }));
    setSent(mailings);
    mail.mutate(mailings, {
      onSuccess: ({ results }) => {
        if (!results.every((one) => one.failure === null)) return;
        disarm();
        onDone();
      },
    });
  };
  const find = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const scanned = event.currentTarget.value.trim();
    // A scanner reads the code printed on the copy, which is an address with a token; hands type the number.
    const row = rows.find(
      ({ number, scanToken }) => scanned.includes(number) || (scanToken !== null && scanned.includes(scanToken)),
    );
    setMissed(row || scanned === '' ? '' : scanned);
    event.currentTarget.value = '';
    isScanning.current = row !== undefined;
    const field = row && fields.current.get(row.id);
    field?.focus();
    field?.select();
  };
  const goOn = (event: KeyboardEvent<HTMLInputElement>, index: number) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = isScanning.current ? undefined : rows[index + 1];
    (next ? fields.current.get(next.id) : scan.current)?.focus();
  };
  return (
    <form
      className="sheet padded confirm mailing"
      aria-label="登记寄出"
      onSubmit={submit}
      onInput={() => (hasNumbers() ? arm() : disarm())}
    >
      <div className="row">
        <label>
          <span className="required">快递公司</span>
          <AutoComplete
            value={courier}
            options={COURIERS}
            onChange={setCourier}
            status={courierFault ? 'error' : ''}
            className="mailing-courier"
          />
        </label>
        <label>
          <span>扫描证明上的二维码或输入编号，找到对应一行</span>
          <input ref={scan} className="ant-input plain-input figures" autoComplete="off" onKeyDown={find} />
        </label>
      </div>
      {courierFault && <p className="fault">{courierFault}</p>}
      {missed && (
        <p className="fault" role="alert">
          所选的单中没有 {missed}
        </p>
      )}
      <div className="mailing-rows">
        <table>
          <thead>
            <tr>
              <th>编号</th>
              <th>收件人</th>
              <th>份数</th>
              <th className="required">快递单号</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const fault = faultOf(row.id, 'trackingNo');
              return (
                <tr key={row.id}>
                  <td className="figures">{row.number}</td>
                  <td>{row.recipient}</td>
                  <td className="figures">{row.copies}</td>
                  <td>
                    <input
                      ref={(field) => void (field ? fields.current.set(row.id, field) : fields.current.delete(row.id))}
                      className="ant-input plain-input figures"
                      aria-label={`${row.number} ${row.recipient} 的快递单号`}
                      aria-invalid={Boolean(fault)}
                      autoComplete="off"
                      onKeyDown={(event) => goOn(event, index)}
                    />
                    {fault && <p className="fault">{fault}</p>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {mail.error && <Alert type="error" showIcon role="alert" title={sentenceOf(mail.error)} />}
      {!isDone && <Results reply={mail.data} done="已寄出" />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={mail.isPending}>
          确认寄出 {rows.length} 单
        </Button>
        <Button onClick={cancel}>取消</Button>
      </div>
    </form>
  );
}
