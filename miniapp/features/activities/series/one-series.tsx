import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { SERIES_WAYS } from '../../../../bff/contract/activity-series/enums.ts';
import type { SeriesPage } from '../../../../bff/contract/activity-series/replies.ts';
import { PRESENCE_OUTCOMES } from '../../../../bff/contract/activities/enums.ts';
import { pageUrl } from '../../../addresses.ts';
import { sendOnce } from '../../../application/send-once.ts';
import { useSending } from '../../../application/use-sending.ts';
import { useOffice } from '../../../office/use-office.ts';
import { showToast } from '../../../platform/page/show-toast.ts';
import { askToTell } from '../../../platform/wechat/subscribe.ts';
import { ActionBar } from '../../../shell/page.tsx';
import { Button } from '../../../ui/button.tsx';
import { Box } from '../../../ui/elements.tsx';
import { Row } from '../../../ui/lists/row.tsx';
import { RichText } from '../../../ui/rich-text/rich-text.tsx';
import { Failure, Skeleton } from '../../../ui/sheets/blank.tsx';
import { Confirm } from '../../../ui/sheets/modal.tsx';
import { Facts, Notice, Sheet } from '../../../ui/sheets/sheet.tsx';
import { PhaseTag, RegistrationTag } from '../activity-tag.tsx';
import { shownSpan } from '../shown-weekday.ts';
import { cancelWhole, signUpWhole, useSeries } from './use-series.ts';

/** A series: what it is, its sessions with where the lawyer stands in each, and signing up for all of them. */
export function OneSeries({ id }: { id: number }) {
  const { data, isError, error, refetch } = useSeries(id);
  useDidShow(() => void refetch());
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Sheet>
        <Skeleton lines={8} />
      </Sheet>
    );
  return (
    <>
      <Sheet title={data.title}>
        <Facts
          rows={[
            ['报名方式', SERIES_WAYS[data.way]],
            ['场次', `${data.sessions.length}场`],
            ...(data.needed > 0
              ? [
                  ['学时', `到场满${data.needed}场后，记入已到各场的学时；您已到${data.attended}场`] satisfies [
                    string,
                    string,
                  ],
                ]
              : []),
          ]}
        />
      </Sheet>
      <Sheet title="系列介绍">
        <RichText nodes={data.details} />
      </Sheet>
      <Sheet title="场次">
        {data.sessions.map((session) => (
          <Session key={session.id} session={session} />
        ))}
      </Sheet>
      {data.way === 'whole' ? <Acts series={data} /> : null}
    </>
  );
}

function Session({ session }: { session: SeriesPage['sessions'][number] }) {
  const { id, title, phase, place, beginsAt, endsAt, left, hoursTenths, own, presence, clashes } = session;
  return (
    <Row
      href={pageUrl('activity', { id })}
      title={title}
      detail={
        <>
          <Box>{shownSpan(beginsAt, endsAt)}</Box>
          <Box>
            {place}
            {hoursTenths > 0 ? `　${hoursTenths / 10}学时` : ''}　{left > 0 ? `余${left}` : '已满'}
          </Box>
          {presence ? <Box>到场情况：{PRESENCE_OUTCOMES[presence]}</Box> : null}
          {clashes.length > 0 ? <Box>时间重叠：{clashes.join('、')}</Box> : null}
        </>
      }
      value={own ? <RegistrationTag state={own} /> : <PhaseTag phase={phase} />}
    />
  );
}

/** 整期报名, and giving back what still can be. */
function Acts({ series }: { series: SeriesPage }) {
  const { id, can, sessions } = series;
  const office = useOffice();
  const [isAsking, setAsking] = useState(false);
  const { fault, isBusy, clear, send } = useSending([]);
  const signUp = () => {
    // One consent is one message.
    askToTell(office.data?.activityTemplates ?? []);
    void send(async ({ idempotencyKey }) => {
      await sendOnce(() => signUpWhole(id, { waits: true, idempotencyKey }));
      showToast('已报名');
    });
  };
  const cancel = () =>
    void send(async () => {
      await cancelWhole(id);
      setAsking(false);
      showToast('已取消');
    });
  const isFull = sessions.some(({ left, own, phase }) => left === 0 && own === null && phase === 'open');
  return (
    <>
      {can.signUp.may ? (
        <Notice>{isFull ? '一次报名全部正在报名的场次，已满的场次加入候补。' : '一次报名全部正在报名的场次。'}</Notice>
      ) : (
        <Notice>{can.signUp.reason}</Notice>
      )}
      {fault && !isAsking ? <Notice tone="bad">{fault}</Notice> : null}
      {can.signUp.may || can.cancel.may ? (
        <ActionBar>
          {can.signUp.may ? (
            <Button onTap={signUp} busyLabel={isBusy && '正在提交…'}>
              整期报名
            </Button>
          ) : null}
          {can.cancel.may ? (
            <Button
              kind="secondary"
              onTap={() => {
                clear();
                setAsking(true);
              }}
            >
              取消报名
            </Button>
          ) : null}
        </ActionBar>
      ) : null}
      <Confirm
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title="取消报名"
        question="将取消系列中仍可以取消的全部场次，名额立即让给他人；已过取消截止的场次不变，可以逐场请假。"
        act="取消报名"
        onAct={cancel}
        busyLabel={isBusy && '正在提交…'}
        error={fault}
      />
    </>
  );
}
