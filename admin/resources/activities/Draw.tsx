import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { MAX_DRAW_OUTCOME } from '../../../bff/contract/draws/limits.ts';
import type { StaffDraw } from '../../../bff/contract/draws/replies.ts';
import type { StaffActivity } from '../../../bff/contract/activities/replies.ts';
import { formatInstant } from '../../ui/dates.ts';
import { FactList, type Fact } from '../../ui/FactList.tsx';
import { OneFieldForm } from '../../ui/form/OneFieldForm.tsx';
import { useDrawing } from './use-activities.ts';

/** 抽签: on what it rests, how far it is, and the entry of the public draw by two persons. */
export function Draw({ activity, draw }: { activity: StaffActivity; draw: StaffDraw }) {
  const { message } = App.useApp();
  const [isEntering, setEntering] = useState(false);
  const act = useDrawing(activity.id);
  const { code, source, drawAt, frozenAt, ticketCount, commitment, listHash, first, secondBy, outcome } = draw;
  const facts: Fact[] = [
    ['公开开奖', `${source}，${formatInstant(drawAt)}`],
    ['种子的校验值', <code key="c">{commitment}</code>],
    ['名单', frozenAt ? `${formatInstant(frozenAt)}封存，${ticketCount}人` : '报名结束时自动封存'],
    ...(listHash ? [['名单的校验值', <code key="l">{listHash}</code>] satisfies Fact] : []),
    ['开奖结果', outcome || (first ? `${first.by}已于${formatInstant(first.at)}录入，待另一人录入` : '未录入')],
    ...(draw.drawnAt
      ? [['抽签', `${formatInstant(draw.drawnAt)}，${first?.by}、${secondBy}录入，结果不可更改`] satisfies Fact]
      : []),
    [
      '核验页面',
      <a key="p" href={`/draw?code=${code}`} target="_blank" rel="noreferrer">
        会员看到的抽签核验页
      </a>,
    ],
  ];
  return (
    <section className="sheet padded" aria-label="抽签">
      <h2>抽签</h2>
      <div className="stack">
        <FactList facts={facts} />
        {draw.undecided > 0 && (
          <Alert type="info" showIcon role="status" title={`正在按顺序分配名额，余${draw.undecided}人`} />
        )}
        {draw.canEnter && !isEntering && (
          <Button type="primary" onClick={() => setEntering(true)}>
            录入开奖结果
          </Button>
        )}
        {isEntering && (
          <OneFieldForm
            title="录入开奖结果"
            hint="由两人分别按公开开奖结果录入，一致后立即抽签，不能重来。录错的，由录入人重新录入。"
            label="公开开奖结果"
            field="outcome"
            maxLength={MAX_DRAW_OUTCOME}
            act={{
              ...act,
              mutate: (typed: string) =>
                act.mutate(typed, {
                  onSuccess: ({ draw: now }) => {
                    setEntering(false);
                    void message.success(now?.drawnAt ? '已抽签，正在分配名额' : '已录入，请另一人录入');
                  },
                }),
            }}
            submitLabel="录入"
            onClose={() => setEntering(false)}
          />
        )}
      </div>
    </section>
  );
}
