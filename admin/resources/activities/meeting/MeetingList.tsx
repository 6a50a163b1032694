import { App, Button, type TableColumnsType } from 'antd';
import { useRef, useState } from 'react';
import { LINE_WAYS } from '../../../../bff/contract/activity-meeting/enums.ts';
import type { MeetingLine } from '../../../../bff/contract/activity-meeting/replies.ts';
import type { StaffActivity } from '../../../../bff/contract/activities/replies.ts';
import { ApiFailure, sentenceOf } from '../../../providers/failure.ts';
import { formatInstant } from '../../../ui/dates.ts';
import { RemoteSelect } from '../../../ui/form/RemoteSelect.tsx';
import { DataTable } from '../../../ui/list/DataTable.tsx';
import { useAddressFilters } from '../../../ui/list/use-address-filters.ts';
import { WholeTimes } from '../../../ui/WholeTimes.tsx';
import { searchSeated, useDecidingLine, useMeetingLines, useReadingList } from './use-meeting.ts';

const stay = ({ joinedAt, leftAt }: MeetingLine) => (
  <WholeTimes words={`${formatInstant(joinedAt)} 至 ${formatInstant(leftAt)}`} />
);

/** 线上签到: the meeting service's list of who was there, and whose lines nobody can tell. */
export function MeetingList({ activity }: { activity: StaffActivity }) {
  const id = String(activity.id);
  const chooser = useRef<HTMLInputElement>(null);
  const { message } = App.useApp();
  const [isAll, setAll] = useState(false);
  const address = useAddressFilters([]);
  const list = useMeetingLines(id, address.paging, isAll ? {} : { shown: 'doubtful' });
  const reading = useReadingList(activity.id);
  const { error } = reading;
  const fault = error instanceof ApiFailure ? error.fields['file'] : undefined;
  const read = (file: File) =>
    reading.mutate(file, {
      onSuccess: ({ service, added, known, doubtful }) =>
        void message.success(`${service}名单：新增${added}行，已有${known}行，待核实${doubtful}行`),
    });
  const columns: TableColumnsType<MeetingLine> = [
    { title: '会议中的名称', dataIndex: 'shownName', className: 'wrap' },
    { title: '入会至离会', key: 'stay', className: 'figures', render: (_, row) => stay(row) },
    { title: '对应人员', key: 'who', className: 'wrap', render: (_, row) => <Whose id={id} line={row} /> },
  ];
  return (
    <section className="sheet padded">
      <h2>线上签到</h2>
      <p className="quiet">
        上传会议软件导出的参会成员名单（XLSX、XLS、CSV，能识别的会议软件见 设置 →
        会议名单格式）。按名称中的执业证号、手机号、姓名和执业机构对应到报名人员，多次进出合并计时；认不出的在下方核实，90天后清理。同一份名单可以重复上传。
      </p>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".xlsx,.xls,.csv"
        aria-label="选择会议名单"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) read(file);
          target.value = '';
        }}
      />
      <div className="row">
        <Button loading={reading.isPending} onClick={() => chooser.current?.click()}>
          上传会议名单
        </Button>
        <Button type="link" onClick={() => setAll(!isAll)}>
          {isAll ? '只看待核实' : '查看全部'}
        </Button>
      </div>
      {error && (
        <p role="alert" className="fault">
          {fault ?? sentenceOf(error)}
        </p>
      )}
      <DataTable<MeetingLine>
        {...list}
        paging={address.paging}
        empty={isAll ? '还没有名单' : '没有待核实的行'}
        columns={columns}
        card={(row) => (
          <>
            <strong>{row.shownName || '（没有名称）'}</strong>
            <span>{stay(row)}</span>
            <Whose id={id} line={row} />
          </>
        )}
      />
    </section>
  );
}

/** Whose a line is, by what that is known; while nobody has decided, whom it may be of and the two answers. */
function Whose({ id, line }: { id: string; line: MeetingLine }) {
  const { message } = App.useApp();
  const deciding = useDecidingLine();
  const { who, way } = line;
  const decide = (registrationId: number | null) =>
    deciding.mutate({ id: line.id, registrationId }, { onError: (error) => void message.error(sentenceOf(error)) });
  if (way !== null) return <>{way === 'ignored' ? LINE_WAYS.ignored : `${who?.name ?? ''}（${LINE_WAYS[way]}）`}</>;
  return (
    <div className="row">
      {who && (
        <Button loading={deciding.isPending} onClick={() => decide(who.registrationId)}>
          是{who.name}（{who.firm || '无执业机构'}）
        </Button>
      )}
      <RemoteSelect
        value={null}
        cacheKey={['activities', 'seated', id]}
        search={searchSeated(id)}
        placeholder="指定报名人员"
        onChange={(choice) => choice && decide(choice.value)}
      />
      <Button disabled={deciding.isPending} onClick={() => decide(null)}>
        不计
      </Button>
    </div>
  );
}
