import { App, Button } from 'antd';
import type { DrawQuestions } from '../../../../bff/contract/activity-meeting/schemas.ts';
import { QUESTION_MINUTES } from '../../../../bff/contract/activity-meeting/limits.ts';
import { sentenceOf } from '../../../providers/failure.ts';
import { formatInstant } from '../../../ui/dates.ts';
import { useCodeQuestions, useDrawingQuestions } from './use-questions.ts';

const COUNTS = [2, 3, 4] as const satisfies DrawQuestions['count'][];

/** 签到提问: when they are asked, and what the host says then. */
export function Questions({ id }: { id: string }) {
  const { message } = App.useApp();
  const { data, error } = useCodeQuestions(id);
  const drawing = useDrawingQuestions(id);
  const draw = (count: DrawQuestions['count']) =>
    drawing.mutate(count, { onError: (fault) => void message.error(sentenceOf(fault)) });
  const { items = [], mayDraw = false, now = '' } = data ?? {};
  return (
    <section className="sheet padded">
      <h2>签到提问</h2>
      <p className="quiet">
        活动中在随机时刻提问，由主持人说出当次的4位数字，参加人员{QUESTION_MINUTES}
        分钟内在活动页面输入。答对几次，按比例计入在线时长；会议名单算出的时长更长的，以名单为准。时刻不向参加人员公布。
      </p>
      {error && (
        <p role="alert" className="fault">
          {sentenceOf(error)}
        </p>
      )}
      {items.length > 0 && (
        <ul>
          {items.map(({ ordinal, from, until, code, answered }) => (
            <li key={ordinal} className="figures">
              第{ordinal}次　{formatInstant(from)}　数字 <strong>{code}</strong>　已答对{answered}人
              {from <= now && now < until ? '　正在提问' : ''}
            </li>
          ))}
        </ul>
      )}
      {data && items.length === 0 && <p>没有设置签到提问{mayDraw ? '。' : '，活动已开始，不能再设置。'}</p>}
      {mayDraw && (
        <div className="row">
          {COUNTS.map((count) => (
            <Button key={count} loading={drawing.isPending} onClick={() => draw(count)}>
              {items.length > 0 ? '重新抽取' : '抽取'}
              {count}次
            </Button>
          ))}
          {items.length > 0 && (
            <Button type="link" danger disabled={drawing.isPending} onClick={() => draw(0)}>
              取消签到提问
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
