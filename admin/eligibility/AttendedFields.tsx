import { Select } from 'antd';
import { useState } from 'react';
import { activityEndpoints } from '../../bff/contract/activities/endpoints.ts';
import { seriesEndpoints } from '../../bff/contract/activity-series/endpoints.ts';
import type { ConditionOf } from '../../bff/contract/eligibility/conditions.ts';
import { call } from '../providers/call.ts';
import { RemoteSelect, type Choice } from '../ui/form/RemoteSelect.tsx';
import { WholeInput } from '../ui/form/WholeInput.tsx';

const KINDS = { activityId: '活动', seriesId: '系列' } as const;
type Kind = keyof typeof KINDS;

const SEARCHES: Record<Kind, (text: string, signal: AbortSignal) => Promise<Choice[]>> = {
  async activityId(text, signal) {
    const { items } = await call(activityEndpoints.listActivities, { query: text ? { search: text } : {} }, signal);
    return items.map(({ id, title, beginsAt }) => ({ value: id, label: `${title}（${beginsAt.slice(0, 10)}）` }));
  },
  async seriesId(text, signal) {
    const { items } = await call(seriesEndpoints.listSeries, { query: text ? { search: text } : {} }, signal);
    return items.map(({ id, title }) => ({ value: id, label: title }));
  },
};
/** The day behind the title of an activity, which tells it from others of that title, is no part of it. */
const titleOf = ({ label }: Choice) => label.replace(/（\d{4}-\d\d-\d\d）$/, '');

/** An activity, or so many sessions of a series, to which somebody came or did not. */
export function AttendedFields(props: {
  condition: ConditionOf<'attended'>;
  onChange(condition: ConditionOf<'attended'>): void;
}) {
  const { condition, onChange } = props;
  const { activityId, seriesId, title, sessions, isNot } = condition;
  const [kind, setKind] = useState<Kind>(seriesId === undefined ? 'activityId' : 'seriesId');
  const id = activityId ?? seriesId;
  const kept = { atom: 'attended', ...(isNot && { isNot }) } as const;
  return (
    <>
      <Select
        aria-label="参加过或未参加过"
        value={isNot ? 'not' : 'is'}
        options={[
          { value: 'is', label: '参加过' },
          { value: 'not', label: '未参加过' },
        ]}
        onChange={(next) => onChange({ ...condition, isNot: next === 'not' ? true : undefined })}
      />
      <Select<Kind>
        aria-label="活动或系列"
        value={kind}
        options={(Object.keys(KINDS) as Kind[]).map((key) => ({ value: key, label: KINDS[key] }))}
        onChange={(next) => {
          setKind(next);
          onChange({ ...kept, title: '' });
        }}
      />
      <div className="condition-wide">
        <RemoteSelect
          key={kind}
          value={id === undefined ? null : { value: id, label: title }}
          cacheKey={['attended', kind]}
          search={SEARCHES[kind]}
          placeholder={`输入${KINDS[kind]}名称查找`}
          onChange={(choice) =>
            onChange(
              choice
                ? { ...kept, [kind]: choice.value, title: titleOf(choice), ...(sessions && { sessions }) }
                : { ...kept, title: '' },
            )
          }
        />
      </div>
      {kind === 'seriesId' && (
        <span className="condition-number">
          {isNot ? '不足' : '至少'}
          <WholeInput
            aria-label="场数"
            value={sessions ?? 1}
            // What is no number is refused by the server, in words.
            onChange={(next) => onChange({ ...condition, sessions: (next ?? undefined) as number | undefined })}
          />
          场
        </span>
      )}
    </>
  );
}
