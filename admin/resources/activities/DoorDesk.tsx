import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Skeleton, type TableColumnsType } from 'antd';
import { Link, useParams } from 'react-router';
import { REGISTRATION_STATES } from '../../../bff/contract/activities/enums.ts';
import { DIRECTIONS, SCAN_DECISIONS, SCAN_DOUBTS, SCAN_WAYS } from '../../../bff/contract/door/enums.ts';
import { doorEndpoints, type DoorPage } from '../../../bff/contract/door/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Failure } from '../../ui/Failure.tsx';
import { PlainTable } from './PlainTable.tsx';
import { Page } from '../../ui/Page.tsx';

type Device = DoorPage['devices'][number];
type Doubt = DoorPage['doubts'][number];

const LOOK_EVERY_MS = 5_000;
const CLOCK_WRONG_MS = 5 * 60_000;
/** A device that is silent for so long while the door is open is marked, so that somebody goes and looks. */
const SILENT_MS = 10 * 60_000;
const keyOf = (id: string) => ['activities', 'door', id];

/** 签到: the devices of the door, what they have sent, and what somebody has to look at. */
export function DoorDesk() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call(doorEndpoints.showDoor, { params: { id } }, signal),
    refetchInterval: LOOK_EVERY_MS,
  });
  if (!data && isError) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 8 }} />;
  return (
    <Page title={`签到 · ${data.title}`} name="签到" back={{ to: pageUrl('activity', { id }), label: data.title }}>
      <section className="sheet padded stack">
        <p>
          已到 <strong className="figures">{data.present}</strong> / {data.seated}
        </p>
        <div className="row">
          {data.can.open && (
            <Button type="primary" href={`/admin/door.html?activity=${id}`} target="_blank">
              在本机开启签到台
            </Button>
          )}
          {data.can.open && (
            <Link to={pageUrl('activityHall', { id })}>
              <Button>大屏签到码</Button>
            </Link>
          )}
        </div>
        {data.can.open && <HostDigits id={id} />}
      </section>
      <Devices id={id} page={data} />
      {data.passes.length > 0 && (
        <section className="sheet padded">
          <h2>离线放行</h2>
          <p className="quiet">
            签到时已取消、请假或未占名额的，仍算到场；要记学时的，请在活动结束前到报名名单中恢复或添加，并登记到场。
          </p>
          <ul className="plain">
            {data.passes.map(({ name, at, state }) => (
              <li key={`${name}${at}`}>
                {name}（{REGISTRATION_STATES[state]}），{formatInstant(at)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Doubts id={id} doubts={data.doubts} />
    </Page>
  );
}

function HostDigits({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: [...keyOf(id), 'digits'],
    queryFn: ({ signal }) => call(doorEndpoints.showHallDigits, { params: { id } }, signal),
  });
  if (!data) return null;
  return (
    <p>
      主持人公布的数字：<strong className="figures">{data.digits}</strong>
      <span className="quiet">（扫大屏签到的须填写，请口头公布，不要投屏）</span>
    </p>
  );
}

/** Acts of this page answer it as it is then. */
function useDoorAct<Given>(id: string, act: (given: Given) => Promise<DoorPage>) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: act,
    onSuccess: (page) => client.setQueryData(keyOf(id), page),
    onError: (error) => void message.error(sentenceOf(error)),
  });
}

function Devices({ id, page }: { id: string; page: DoorPage }) {
  const dismiss = useDoorAct(id, (deviceId: number) =>
    call(doorEndpoints.dismissDevice, { params: { id: String(deviceId) } }),
  );
  const { modal } = App.useApp();
  const now = Date.parse(page.now);
  /** What it has not sent stays on it, and comes only if it is opened anew. */
  const ask = ({ id: deviceId, entrance, waiting }: Device) =>
    modal.confirm({
      title: `停用“${entrance}”的签到设备？`,
      content: `此后不再接收它的签到${waiting > 0 ? `，本机还有${waiting}条没有上传` : ''}。未上传的仍保存在该设备上，须由工作人员在该设备上重新开启后才能上传。`,
      okText: '停用',
      okButtonProps: { danger: true },
      cancelText: '取消',
      onOk: () => dismiss.mutateAsync(deviceId).catch(() => undefined),
    });
  const stateOf = ({ isDismissed, waiting, seenAt, offsetMs }: Device) => {
    if (isDismissed) return '已停用';
    const words = [
      waiting > 0 && `本机还有${waiting}条未上传`,
      (seenAt === null || now - Date.parse(seenAt) > SILENT_MS) && '没有联系',
      Math.abs(offsetMs) > CLOCK_WRONG_MS && `时钟相差${Math.round(Math.abs(offsetMs) / 60_000)}分钟`,
    ].filter(Boolean);
    return words.join('，') || '正常';
  };
  const act = (device: Device) =>
    !device.isDismissed && (
      <Button type="link" danger onClick={() => ask(device)} aria-label={`停用${device.entrance}`}>
        停用
      </Button>
    );
  const columns: TableColumnsType<Device> = [
    { title: '入口', dataIndex: 'entrance' },
    {
      title: '开启',
      key: 'opened',
      className: 'wrap',
      render: (_, row) => `${row.openedBy}，${formatInstant(row.openedAt)}`,
    },
    {
      title: '最近联系',
      dataIndex: 'seenAt',
      className: 'figures',
      render: (at: string | null) => (at ? formatInstant(at) : '—'),
    },
    { title: '已收', dataIndex: 'scans', className: 'figures' },
    { title: '状态', key: 'state', className: 'wrap', render: (_, row) => stateOf(row) },
    { title: '', key: 'act', render: (_, row) => act(row) },
  ];
  return (
    <section className="batch" aria-label="签到设备">
      <h2>签到设备</h2>
      <p className="quiet">活动结束后没有再联系、或还有未上传的设备，请上传或停用；在此之前不认定缺席。</p>
      <PlainTable<Device>
        rows={page.devices}
        columns={columns}
        empty="还没有开启签到台"
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.entrance}</strong>
              <span>已收 {row.scans}</span>
            </span>
            <span>
              {stateOf(row)} {act(row)}
            </span>
          </>
        )}
      />
    </section>
  );
}

function Doubts({ id, doubts }: { id: string; doubts: readonly Doubt[] }) {
  const decide = useDoorAct(id, ({ scan, verdict }: { scan: number; verdict: 'accepted' | 'refused' }) =>
    call(doorEndpoints.decideScan, { params: { id: String(scan) }, body: { verdict } }),
  );
  if (doubts.length === 0) return null;
  const act = ({ id: scan, decision, can, name, read }: Doubt) =>
    decision === '' ? (
      <>
        {can.accept && (
          <Button
            type="link"
            onClick={() => decide.mutate({ scan, verdict: 'accepted' })}
            aria-label={`认可${name || read}`}
          >
            认可
          </Button>
        )}
        <Button
          type="link"
          danger
          onClick={() => decide.mutate({ scan, verdict: 'refused' })}
          aria-label={`不认可${name || read}`}
        >
          不认可
        </Button>
      </>
    ) : (
      SCAN_DECISIONS[decision]
    );
  const whyOf = ({ doubt }: Doubt) => (doubt === 'hand' ? '手工签到过多' : SCAN_DOUBTS[doubt]);
  const columns: TableColumnsType<Doubt> = [
    { title: '时间', dataIndex: 'at', className: 'figures', render: formatInstant },
    { title: '姓名', dataIndex: 'name', render: (name: string) => name || '—' },
    { title: '入口', dataIndex: 'entrance' },
    { title: '方式', key: 'way', render: (_, row) => `${SCAN_WAYS[row.way]}${DIRECTIONS[row.direction]}` },
    { title: '待核实', key: 'doubt', className: 'wrap', render: (_, row) => whyOf(row) },
    { title: '读到的内容', dataIndex: 'read', className: 'wrap' },
    { title: '', key: 'act', render: (_, row) => act(row) },
  ];
  return (
    <section className="batch" aria-label="待核实">
      <h2>待核实</h2>
      <Alert type="info" role="note" title="核实之前不算到场。认不出是谁的，请在报名名单中登记。" />
      <PlainTable<Doubt>
        rows={doubts}
        columns={columns}
        empty="没有待核实的签到"
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.name || row.read}</strong>
              <span className="figures whole">{formatInstant(row.at)}</span>
            </span>
            <span>
              {whyOf(row)} · {row.entrance}
            </span>
            <span>{act(row)}</span>
          </>
        )}
      />
    </section>
  );
}
