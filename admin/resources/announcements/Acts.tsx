import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { StaffAnnouncement } from '../../../bff/contract/announcements/replies.ts';
import { readShanghaiMinute, toIso } from '../../../bff/contract/dates.ts';
import { pageUrl } from '../../addresses.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { InstantInput } from '../../ui/form/InstantInput.tsx';
import { useAnnouncementAct } from './use-announcements.ts';

/** What can be done with an announcement now. */
export function AnnouncementActs({ announcement }: { announcement: StaffAnnouncement }) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { id, can, phase, mustConfirm } = announcement;
  const act = useAnnouncementAct(announcement);
  const [at, setAt] = useState<string | null>(null);
  const fault = act.error instanceof ApiFailure ? Object.values(act.error.fields)[0] : undefined;
  const send = (work: Parameters<typeof act.mutate>[0], said: string) =>
    act.mutate(work, { onSuccess: () => void message.success(said) });
  return (
    <section className="sheet padded">
      {act.error && <Alert type="error" showIcon role="alert" title={fault ?? sentenceOf(act.error)} />}
      <div className="row">
        {can.publish && (
          <>
            <Button type="primary" loading={act.isPending} onClick={() => send({ act: 'publish', at: null }, '已发布')}>
              {phase === 'withdrawn' ? '重新发布' : '立即发布'}
            </Button>
            <Button onClick={() => setAt('')}>{phase === 'scheduled' ? '改期' : '定时发布'}</Button>
          </>
        )}
        {can.edit && <Button onClick={() => void navigate(pageUrl('announcementEdit', { id }))}>修改</Button>}
        {can.remind && (
          <Button onClick={() => send({ act: 'remind' }, '已提醒：未确认的会员打开首页时最先看到')}>
            提醒未确认的会员
          </Button>
        )}
        {can.withdraw && (
          <Button danger onClick={() => send({ act: 'withdraw' }, phase === 'scheduled' ? '已取消定时' : '已下架')}>
            {phase === 'scheduled' ? '取消定时' : '下架'}
          </Button>
        )}
      </div>
      {at !== null && (
        <form
          className="reveal"
          aria-label="定时发布"
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate(
              { act: 'publish', at: toIso(readShanghaiMinute(at)) ?? at },
              {
                onSuccess: () => {
                  setAt(null);
                  void message.success('已定时');
                },
              },
            );
          }}
        >
          <label>
            <span className="required">发布时间（北京时间）</span>
            <InstantInput value={at} onChange={setAt} />
          </label>
          <div className="row">
            <Button type="primary" htmlType="submit" loading={act.isPending}>
              到时发布
            </Button>
            <Button onClick={() => setAt(null)}>取消</Button>
          </div>
        </form>
      )}
      {mustConfirm && phase === 'draft' && <p className="quiet">发布后，可在此查看各律所的确认情况。</p>}
    </section>
  );
}
