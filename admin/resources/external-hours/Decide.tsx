import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import type { ClaimVerdict } from '../../../bff/contract/external-hours/enums.ts';
import { MAX_CLAIM_OPINION } from '../../../bff/contract/external-hours/limits.ts';
import type { HoursClaimDetail } from '../../../bff/contract/external-hours/replies.ts';
import type { DecideHoursClaim } from '../../../bff/contract/external-hours/schemas.ts';
import { readDecimal } from '../../../bff/contract/text.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { submitsOrLeaves } from '../../ui/form/submits-or-leaves.ts';
import { useWarnWhile } from '../../ui/form/use-leave-warning.ts';
import { useHotkeys } from '../../ui/hooks/use-hotkeys.ts';
import { useDecideClaim } from './use-claims.ts';

/** The keys of it. */
export const DECIDE_KEYS: [string, string][] = [
  ['a', '认定'],
  ['e', '退回补正'],
  ['r', '不予认定'],
  ['Ctrl+Enter', '确认'],
];

const ASKS = {
  return: { title: '退回补正', placeholder: '本人会看到：缺什么，应当怎样补', submit: '确认退回' },
  refuse: { title: '不予认定', placeholder: '本人会看到：为什么不能认定', submit: '确认不予认定' },
  accept: { title: '认定', placeholder: '认定学时少于申报的，写明原因；本人会看到', submit: '确认认定' },
} as const satisfies Record<ClaimVerdict, object>;

/**
 * 认定, as claimed or with fewer hours and the reason; 退回补正 and 不予认定 with a reason that the lawyer reads. `onDecided`
 * leads on: a reviewer has many.
 */
export function Decide({ claim, onDecided }: { claim: HoursClaimDetail; onDecided: () => Promise<void> }) {
  const { id, version, lawyerName, tenths } = claim;
  const [verdict, setVerdict] = useState<ClaimVerdict | null>(null);
  const [hours, setHours] = useState(String(tenths / 10));
  const [opinion, setOpinion] = useState('');
  const { message } = App.useApp();
  const decision = useDecideClaim(id);
  useWarnWhile(verdict !== null && opinion !== '' && !decision.isPending && !decision.isSuccess);
  const choose = (next: ClaimVerdict) => {
    decision.reset();
    setVerdict(next);
  };
  useHotkeys(
    verdict === null ? { a: () => choose('accept'), e: () => choose('return'), r: () => choose('refuse') } : {},
  );
  const decide = () => {
    if (verdict === null || decision.isPending) return;
    decision.mutate(toBody(verdict, { hours, opinion, version }), {
      onSuccess: ({ acceptedTenths }) => {
        const became = {
          accept: `已认定${(acceptedTenths ?? 0) / 10}学时并记入`,
          return: '已退回补正',
          refuse: '未认定',
        };
        void message.success(`${lawyerName}的校外学时${became[verdict]}，本人会收到消息`);
        void onDecided();
      },
    });
  };
  const leave = submitsOrLeaves(() => setVerdict(null));
  if (verdict === null) {
    return (
      <div className="action-bar decision">
        <div className="row">
          <Button type="primary" onClick={() => choose('accept')}>
            认定
          </Button>
          <Button onClick={() => choose('return')}>退回补正</Button>
          <Button danger onClick={() => choose('refuse')}>
            不予认定
          </Button>
        </div>
      </div>
    );
  }
  const { title, placeholder, submit } = ASKS[verdict];
  const accepts = verdict === 'accept';
  return (
    <div className="action-bar decision">
      <form
        className="confirm"
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          decide();
        }}
        onKeyDown={leave}
      >
        {accepts && (
          <label>
            <span className="required">认定学时</span>
            <Input
              autoFocus
              inputMode="decimal"
              value={hours}
              onChange={({ target }) => setHours(target.value)}
              suffix={`申报${tenths / 10}学时`}
            />
          </label>
        )}
        <label>
          <span className={accepts ? '' : 'required'}>{accepts ? '说明' : '原因'}</span>
          <Input.TextArea
            autoFocus={!accepts}
            value={opinion}
            maxLength={MAX_CLAIM_OPINION}
            showCount
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={placeholder}
            onChange={({ target }) => setOpinion(target.value)}
          />
        </label>
        {decision.error && <Alert type="error" showIcon role="alert" title={everyFaultOf(decision.error)} />}
        <div className="row">
          <Button type="primary" danger={verdict === 'refuse'} htmlType="submit" loading={decision.isPending}>
            {submit}
          </Button>
          <Button onClick={() => setVerdict(null)}>取消</Button>
        </div>
      </form>
    </div>
  );
}

/** What is no number goes as it was typed: the server says in words what is expected. */
function toBody(
  verdict: ClaimVerdict,
  { hours, opinion, version }: { hours: string; opinion: string; version: number },
): DecideHoursClaim {
  if (verdict !== 'accept') return { verdict, opinion, version };
  const count = readDecimal(hours, 1);
  const tenths = Number.isNaN(count) ? (hours as unknown as number) : Math.round(count * 10);
  return { verdict, tenths, opinion, version };
}
