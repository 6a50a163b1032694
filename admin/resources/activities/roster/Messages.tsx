import { Alert, App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import {
  AUDIENCES,
  MAX_ROSTER_WORDS,
  MESSAGES_A_DAY,
  type Audience,
} from '../../../../bff/contract/roster-messages/enums.ts';
import type { StaffActivity } from '../../../../bff/contract/activities/replies.ts';
import type { RosterPreview } from '../../../../bff/contract/roster-messages/replies.ts';
import { ApiFailure, sentenceOf } from '../../../providers/failure.ts';
import { formatInstant } from '../../../ui/dates.ts';
import { FactList } from '../../../ui/FactList.tsx';
import { useMessages, usePreview, useSendMessage } from './use-messages.ts';
import { useWarnWhile } from '../../../ui/form/use-leave-warning.ts';

const OPTIONS = Object.entries(AUDIENCES).map(([value, label]) => ({ value, label }));

/** 名单通知: written, looked at as it will be, then sent to as many as was said. */
export function Messages({ activity }: { activity: StaffActivity }) {
  const list = useMessages(activity.id);
  const [isWriting, setWriting] = useState(false);
  const left = list.data?.left ?? MESSAGES_A_DAY;
  const items = list.data?.items ?? [];
  const canWrite = activity.phase !== 'cancelled';
  return (
    <section className="sheet padded" aria-label="名单通知">
      <h2>名单通知</h2>
      <div className="stack">
        {items.length === 0 ? (
          <p className="quiet">没有发送过。每天最多{MESSAGES_A_DAY}次，发送前可以预览。</p>
        ) : (
          <FactList
            facts={items.map(({ at, audience, words, by, count, told }) => [
              formatInstant(at),
              <span key="words" className="multiline">
                {`${AUDIENCES[audience]}，${told < count ? `已通知${told} / ${count}人` : `${count}人`}（${by}）\n${words}`}
              </span>,
            ])}
          />
        )}
        {canWrite && !isWriting && (
          <div className="row">
            <Button disabled={left === 0} onClick={() => setWriting(true)}>
              {left === 0 ? `今天已发送${MESSAGES_A_DAY}次` : '写通知'}
            </Button>
          </div>
        )}
        {isWriting && <Write activity={activity} onClose={() => setWriting(false)} />}
      </div>
    </section>
  );
}

function Write({ activity, onClose }: { activity: StaffActivity; onClose(): void }) {
  const { message } = App.useApp();
  const [audience, setAudience] = useState<Audience>('registered');
  const [words, setWords] = useState('');
  useWarnWhile(words !== '');
  const preview = usePreview(activity.id);
  const send = useSendMessage(activity.id);
  // What was changed after it was looked at is looked at again.
  const change = (set: () => void) => {
    set();
    preview.reset();
    send.reset();
  };
  const error = send.error ?? preview.error;
  const faults = error instanceof ApiFailure ? Object.values(error.fields) : [];
  const shown = preview.data;
  return (
    <>
      <form
        className="reveal"
        aria-label="写通知"
        onSubmit={(event) => {
          event.preventDefault();
          preview.mutate({ audience, words });
        }}
      >
        <label>
          <span className="required">通知对象</span>
          <Select
            value={audience}
            options={OPTIONS}
            aria-label="通知对象"
            onChange={(next: Audience) => change(() => setAudience(next))}
          />
        </label>
        <label>
          <span className="required">通知内容</span>
          <Input.TextArea
            value={words}
            rows={4}
            maxLength={MAX_ROSTER_WORDS}
            onChange={({ target }) => change(() => setWords(target.value))}
          />
        </label>
        {error && (
          <p role="alert" className="fault">
            {faults.length > 0 ? faults.join('；') : sentenceOf(error)}
          </p>
        )}
        {!shown && (
          <div className="row">
            <Button type="primary" htmlType="submit" loading={preview.isPending}>
              预览
            </Button>
            <Button onClick={onClose}>不发送</Button>
          </div>
        )}
      </form>
      {shown && (
        <>
          <Preview shown={shown} />
          <div className="row">
            {shown.count > 0 && (
              <Button
                type="primary"
                loading={send.isPending}
                onClick={() =>
                  send.mutate(
                    { audience, words, count: shown.count },
                    {
                      onSuccess: () => {
                        void message.success(`已发送给${shown.count}人，正在逐一通知`);
                        onClose();
                      },
                    },
                  )
                }
              >
                发送给{shown.count}人
              </Button>
            )}
            <Button onClick={onClose}>不发送</Button>
          </div>
        </>
      )}
    </>
  );
}

/** To how many, in which ways, and the very words. */
function Preview({ shown }: { shown: RosterPreview }) {
  const { count, byMail, withoutAddress, declined, example, left } = shown;
  if (!example) return <Alert type="warning" showIcon role="status" title="没有符合的人员，不会发送" />;
  const without = [
    withoutAddress > 0 ? `${withoutAddress}人没有邮箱` : '',
    declined > 0 ? `${declined}人关闭了活动邮件` : '',
  ].filter(Boolean);
  return (
    <div role="status" aria-label="预览">
      <FactList
        facts={[
          ['人数', `${count}人`],
          ['站内消息', `${count}人`],
          ['邮件', `${byMail}人${without.length > 0 ? `（${without.join('，')}，只有站内消息）` : ''}`],
          ['短信、微信', '不发送'],
          ['今天还可发送', `${left}次，含本次`],
          [
            `站内消息（${example.name}）`,
            <span key="inbox" className="multiline">
              {`${example.inboxTitle}\n${example.inboxBody}`}
            </span>,
          ],
          [
            `邮件（${example.name}）`,
            <span key="mail" className="multiline">
              {`主题：${example.mailSubject}\n\n${example.mailText}`}
            </span>,
          ],
        ]}
      />
    </div>
  );
}
