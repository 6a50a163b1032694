import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { officeHoursEndpoints, type OfficeCalendar } from '../../../bff/contract/office-hours/endpoints.ts';
import { HOLIDAYS } from '../../../bff/contract/office-hours/enums.ts';
import { MAX_NOTICE } from '../../../bff/contract/office-hours/limits.ts';
import { parseNotice, type NoticeDays } from '../../../bff/contract/office-hours/parse-notice.ts';
import { Change } from '../../changes/Change.tsx';
import { Alone } from '../../changes/Changes.tsx';
import { CHANGES_KEY, useChanges, WAITS } from '../../changes/use-changes.ts';
import { call } from '../../providers/call.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { Failure } from '../../ui/Failure.tsx';
import { YearCalendar } from './YearCalendar.tsx';
import { PlainDateInput } from '../../ui/form/PlainDateInput.tsx';
import { useWarnWhile } from '../../ui/form/use-leave-warning.ts';

const emptyYear = (year: number): NoticeDays => ({
  year,
  holidays: HOLIDAYS.map((name) => ({ name, from: '', to: '' })),
  workdays: [],
});

/** 录入放假通知: the notice is pasted, read, compared by eye, and confirmed by a second administrator. */
export function NextYear({ nextYear: { year, state } }: Pick<OfficeCalendar, 'nextYear'>) {
  const [text, setText] = useState('');
  const [list, setList] = useState<NoticeDays | null>(null);
  const [isUnread, setUnread] = useState(false);
  useWarnWhile(text !== '');
  const read = () => {
    const found = parseNotice(text);
    setUnread(found === null);
    if (found) setList(withMissing(found));
  };
  return (
    <div className="stack">
      {(state === 'late' || state === 'due') && (
        <Alert
          type={state === 'late' ? 'error' : 'warning'}
          showIcon
          title={`尚未录入 ${year} 年的节假日`}
          description="国务院办公厅一般在每年11月公布下一年的安排。未录入的年份，热线不显示“现在可拨打”，办理时限只显示“预计”。程序更新后会自动带上，也可以在这里录入通知。"
        />
      )}
      <Waiting />
      <label className="stack">
        <span>粘贴《国务院办公厅关于部分节假日安排的通知》全文</span>
        <Input.TextArea
          value={text}
          maxLength={MAX_NOTICE}
          autoSize={{ minRows: 3, maxRows: 10 }}
          placeholder="一、元旦：1月1日（周五）至3日（周日）放假……"
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      {isUnread && <Alert type="warning" showIcon role="alert" title="没有读出年份，请粘贴通知全文，或逐项填写" />}
      <div className="row">
        <Button type="primary" disabled={text.trim() === ''} onClick={read}>
          读取通知
        </Button>
        <Button onClick={() => setList(emptyYear(year))}>逐项填写</Button>
      </div>
      {list && (
        <YearForm
          key={JSON.stringify(list)}
          initial={list}
          onDone={() => {
            setList(null);
            setText('');
          }}
        />
      )}
    </div>
  );
}

/** What somebody has entered and nobody has confirmed: it is confirmed here, and not entered again. */
function Waiting() {
  const { data, isError, error, refetch } = useChanges();
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const waiting = data?.items.filter(({ kind, state }) => kind === 'office_year' && state === 'waiting') ?? [];
  if (waiting.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="waiting-years">
      <h3 id="waiting-years">已录入，等待另一位管理员确认</h3>
      {data?.administrators === 1 && <Alone />}
      <ul className="changes">
        {waiting.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ul>
    </section>
  );
}

/** Every holiday has its line, read or not. */
const withMissing = (found: NoticeDays): NoticeDays => ({
  ...found,
  holidays: [
    ...found.holidays,
    ...HOLIDAYS.filter((name) => !found.holidays.some((one) => one.name.includes(name))).map((name) => ({
      name,
      from: '',
      to: '',
    })),
  ],
});

function YearForm({ initial, onDone }: { initial: NoticeDays; onDone(): void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [list, setList] = useState(initial);
  const propose = useMutation({
    mutationFn: () =>
      call(officeHoursEndpoints.proposeOfficeYear, {
        body: { ...list, holidays: list.holidays.filter(({ from, to }) => from !== '' || to !== '') },
      }),
    onSuccess: () => {
      void message.success(WAITS);
      void client.invalidateQueries({ queryKey: CHANGES_KEY });
      onDone();
    },
  });
  const put = (index: number, part: Partial<NoticeDays['holidays'][number]>) =>
    setList({ ...list, holidays: list.holidays.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  const { error } = propose;
  return (
    <form
      className="confirm"
      aria-label={`${list.year}年节假日`}
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate();
      }}
    >
      <h3>{list.year} 年，请与通知逐项核对</h3>
      {list.holidays.map(({ name, from, to }, index) => (
        <div key={index} className="holiday">
          <span>{name}</span>
          <PlainDateInput aria-label={`${name}第一天`} value={from} onChange={(date) => put(index, { from: date })} />
          <span>至</span>
          <PlainDateInput aria-label={`${name}最后一天`} value={to} onChange={(date) => put(index, { to: date })} />
        </div>
      ))}
      <label>
        <span>调休上班的周末，以空格或顿号分开</span>
        <Input
          defaultValue={list.workdays.join('、')}
          placeholder="2027-02-14、2027-10-09"
          onChange={({ target }) =>
            setList({ ...list, workdays: target.value.split(/[\s、，,]+/).filter((date) => date !== '') })
          }
        />
      </label>
      <YearCalendar {...list} />
      {error && <Alert type="error" showIcon role="alert" title={everyFaultOf(error)} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={propose.isPending}>
          提交，由另一位管理员确认
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </form>
  );
}
