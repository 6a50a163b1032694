import { App, Button } from 'antd';
import { useState } from 'react';
import type { OwnDuty } from '../../../bff/contract/ticket-duty/endpoints.ts';
import { sentenceOf } from '../../providers/failure.ts';
import type { FieldSpec } from '../../ui/form/form-fields.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import { useDutyAct } from './use-team.ts';

interface Values {
  from: string;
  until: string;
  standInId: string;
}

/**
 * The leave of somebody, own (`id` null) or a colleague's: entered with who stands in, or ended. What is registered now stands
 * above what is typed: where somebody else was faster, it is seen there before it is written over.
 */
export function Leave({ id, duty, onSaved }: { id: number | null; duty: OwnDuty; onSaved?: () => void }) {
  const act = useDutyAct(id);
  const { message } = App.useApp();
  const { leave, leaveVersion: version, standIns } = duty;
  // With one's own saving the form begins anew; a refusal, and what anybody else enters meanwhile, leaves what was typed.
  const [saved, setSaved] = useState(0);
  if (standIns.length === 0) return <p className="quiet">没有处理同类工单的其他同事，不能登记休假</p>;
  const fields: readonly FieldSpec<Values>[] = [
    { name: 'from', label: '开始日期', kind: 'date', isRequired: true },
    { name: 'until', label: '结束日期', kind: 'date', isRequired: true, hint: '当日仍在休假，次日恢复休假前的状态' },
    {
      name: 'standInId',
      label: '代班人',
      kind: 'choice',
      options: Object.fromEntries(standIns.map((one) => [String(one.id), one.name])),
      isRequired: true,
      hint: '休假开始时，未办结的工单转给代班人；代班人不能处理的，分派给在岗的同事',
    },
  ];
  const done = (words: string) => {
    void message.success(words);
    setSaved(saved + 1);
    onSaved?.();
  };
  const end = () =>
    act.mutate(
      { act: 'end', version },
      {
        onSuccess: () => done('休假已结束；已转给代班人的工单不再转回'),
        onError: (error) => void message.error(sentenceOf(error)),
      },
    );
  return (
    <>
      {leave && (
        <p>
          <WholeTimes words={`已登记：${leave.from} 至 ${leave.until}，${leave.standIn.name}代班`} />
        </p>
      )}
      <ServerForm<Values, void>
        key={saved}
        initial={{
          from: leave?.from ?? '',
          until: leave?.until ?? '',
          standInId: leave ? String(leave.standIn.id) : '',
        }}
        fields={fields}
        submitLabel={leave ? '更改休假' : '登记休假'}
        onSubmit={({ from, until, standInId }) =>
          act.mutateAsync({ act: 'leave', version, from, until, standInId: Number(standInId) })
        }
        onSaved={() => done('休假已登记')}
        extraActions={
          leave && (
            <Button onClick={end} loading={act.isPending}>
              {duty.state === 'leave' ? '结束休假' : '取消休假'}
            </Button>
          )
        }
      />
    </>
  );
}
