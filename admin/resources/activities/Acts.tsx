import { Alert, App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ACTIVITY_WARNINGS, type ActivityWarning } from '../../../bff/contract/activities/enums.ts';
import { MAX_ACTIVITY_REASON } from '../../../bff/contract/activities/limits.ts';
import type { StaffActivity } from '../../../bff/contract/activities/replies.ts';
import { DAY_MS } from '../../../bff/contract/dates.ts';
import { pageUrl } from '../../addresses.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { OneFieldForm } from '../../ui/form/OneFieldForm.tsx';
import { useActivityAct } from './use-activities.ts';

/** What can be done with an activity now: check and publish, return, hide, cancel. */
export function ActivityActs({ activity }: { activity: StaffActivity }) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { id, can, warnings, clashes, phase } = activity;
  const [ticked, setTicked] = useState<ActivityWarning[]>([]);
  const [open, setOpen] = useState<'return' | 'cancel' | null>(null);
  const act = useActivityAct(activity);
  const isFirst = can.submit || can.publish;
  const fault = act.error instanceof ApiFailure ? Object.values(act.error.fields)[0] : undefined;
  const send = (work: Parameters<typeof act.mutate>[0], said: string) =>
    act.mutate(work, { onSuccess: () => void message.success(said) });
  const acknowledged = warnings.filter((warning) => ticked.includes(warning));
  return (
    <section className="sheet padded">
      {activity.opinion && phase === 'draft' && (
        <Alert type="warning" showIcon role="note" title={`已退回：${activity.opinion}`} />
      )}
      {isFirst && warnings.length > 0 && (
        <fieldset>
          <legend>请核对，逐项勾选后{can.submit ? '提交' : '发布'}</legend>
          {warnings.map((warning) => (
            <div key={warning}>
              <Checkbox
                checked={ticked.includes(warning)}
                onChange={({ target }) =>
                  setTicked(target.checked ? [...ticked, warning] : ticked.filter((one) => one !== warning))
                }
              >
                {ACTIVITY_WARNINGS[warning]}
                {warning === 'clash' && `：${clashes.join('、')}`}
              </Checkbox>
            </div>
          ))}
        </fieldset>
      )}
      {act.error && open === null && (
        <Alert type="error" showIcon role="alert" title={fault ?? sentenceOf(act.error)} />
      )}
      <div className="row">
        {can.submit && (
          <Button
            type="primary"
            loading={act.isPending}
            onClick={() => send({ act: 'submit', acknowledged }, '已提交，等待另一人批准')}
          >
            提交批准
          </Button>
        )}
        {can.publish && (
          <Button
            type="primary"
            loading={act.isPending}
            onClick={() => send({ act: 'publish', acknowledged }, '已发布')}
          >
            {phase === 'pending' ? '批准并发布' : '发布'}
          </Button>
        )}
        {can.sendBack && <Button onClick={() => setOpen('return')}>退回修改</Button>}
        {can.edit && <Button onClick={() => void navigate(pageUrl('activityEdit', { id }))}>修改</Button>}
        <Button onClick={() => void navigate(pageUrl('activityNew', { from: id }))}>复制</Button>
        {activity.publishedAt && phase !== 'cancelled' && (
          <Button onClick={() => void navigate(pageUrl('activityDoor', { id }))}>签到</Button>
        )}
        {can.hide && <Button onClick={() => send({ act: 'hide' }, '已下架，报名保留')}>下架</Button>}
        {can.show && <Button onClick={() => send({ act: 'show' }, '已重新上架')}>重新上架</Button>}
        {can.cancel && (
          <Button danger onClick={() => setOpen('cancel')}>
            取消活动
          </Button>
        )}
      </div>
      {open === 'return' && (
        <OneFieldForm
          title="退回修改"
          label="原因"
          field="reason"
          maxLength={MAX_ACTIVITY_REASON}
          act={{
            ...act,
            mutate: (reason: string, options) => act.mutate({ act: 'return', reason }, options as never),
          }}
          submitLabel="退回"
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'cancel' && <CancelForm activity={activity} onClose={() => setOpen(null)} />}
    </section>
  );
}

/** Whoever has a seat may be about to set out. */
const SOON_MS = 2 * DAY_MS;
const isSoon = ({ beginsAt }: StaffActivity): boolean => Date.parse(beginsAt) - Date.now() < SOON_MS;

/** Cannot be undone: the title is typed once more. */
function CancelForm({ activity, onClose }: { activity: StaffActivity; onClose(): void }) {
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const [isUrgent, setUrgent] = useState(() => isSoon(activity));
  const act = useActivityAct(activity);
  const faults = act.error instanceof ApiFailure ? Object.values(act.error.fields) : [];
  return (
    <form
      className="reveal"
      aria-label="取消活动"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ act: 'cancel', title, reason, isUrgent }, { onSuccess: onClose });
      }}
    >
      <p>取消后不能恢复：全部报名作废，已报名、候补的律师将收到通知和原因；已收的报名费全额退回。</p>
      <label>
        <span className="required">取消原因（会员可见）</span>
        <Input value={reason} maxLength={MAX_ACTIVITY_REASON} onChange={({ target }) => setReason(target.value)} />
      </label>
      <Checkbox checked={isUrgent} onChange={({ target }) => setUrgent(target.checked)}>
        紧急取消：另发短信给有名额的律师（没有登记手机号的除外），活动结束前在其首页置顶提醒
      </Checkbox>
      <label>
        <span className="required">请输入活动标题“{activity.title}”以确认</span>
        <Input value={title} autoComplete="off" onChange={({ target }) => setTitle(target.value)} />
      </label>
      {act.error && (
        <p role="alert" className="fault">
          {faults.length > 0 ? faults.join('；') : sentenceOf(act.error)}
        </p>
      )}
      <div className="row">
        <Button type="primary" danger htmlType="submit" loading={act.isPending}>
          取消活动
        </Button>
        <Button onClick={onClose}>不取消</Button>
      </div>
    </form>
  );
}
