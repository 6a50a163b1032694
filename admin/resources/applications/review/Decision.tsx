import { Button } from 'antd';
import { useState } from 'react';
import type { StaffApplicationDetail } from '../../../../bff/contract/certificates/endpoints.ts';
import { useHotkeys } from '../../../ui/hooks/use-hotkeys.ts';
import { Approval } from './Approval.tsx';
import { offersOf } from './offers.ts';
import { Rejection } from './Rejection.tsx';
import { Return } from './Return.tsx';
import { useOpinions } from './use-opinions.ts';
import type { useDecision } from '../use-application.ts';

interface DecisionProps {
  application: StaffApplicationDetail;
  decision: ReturnType<typeof useDecision>;
  onNext: (() => void) | undefined;
  onPrevious: (() => void) | undefined;
  /** Leads to the letter, which has to be seen before anything is approved; absent: it is in view, or was. */
  onSeeLetter: (() => void) | undefined;
}
type Asking = 'nothing' | 'approve' | 'reject' | 'return';
/** A ready opinion by its digit, and before which letter of the opinion it belongs. */
interface AwaitedOpinion {
  digit: number;
  at: number;
}

/** The bar with 通过, 驳回, 退回补正 and 下一份. Each is confirmed: one key alone never signs a document. */
export function Decision({ application, decision, onNext, onPrevious, onSeeLetter }: DecisionProps) {
  const [asking, setAsking] = useState<Asking>('nothing');
  const [opinion, setOpinion] = useState('');
  const [begun, setBegun] = useState(NOTHING);
  const { approve, reject, return: mayReturn } = application.permits;
  const opinions = useOpinions(reject);
  const [awaited, setAwaited] = useState<readonly AwaitedOpinion[]>([]);
  const offers = offersOf(application);
  // Nobody can approve it: what stands out is what would be true instead.
  const isUntrue = application.findings.some(({ result }) => result === 'contradicted');
  // The ready opinions that were asked for before they had come, each where it would have stood.
  if (opinions && awaited.length > 0) {
    setAwaited([]);
    setOpinion(
      awaited.reduceRight(
        (said, { digit, at }) => said.slice(0, at) + (opinions[digit - 1] ?? '') + said.slice(at),
        opinion,
      ),
    );
  }
  const ask = (what: Asking, readyOpinion = '', returned = NOTHING) => {
    decision.reset();
    setAwaited([]);
    setAsking(what);
    setOpinion(readyOpinion);
    setBegun(returned);
    // What is decided about stands above the bar, which grows over the lower half of the page.
    if (what !== 'nothing') document.getElementById('findings')?.scrollIntoView({ block: 'start' });
  };
  const rejectBy = (digit: number) => {
    // Where there are fewer, the key means nothing.
    if (opinions && !(digit <= opinions.length)) return;
    ask('reject');
    setAwaited([{ digit, at: 0 }]);
  };
  useHotkeys({
    a: approve ? (onSeeLetter ?? (() => ask('approve'))) : undefined,
    r: reject ? () => ask('reject') : undefined,
    c: mayReturn ? () => ask('return') : undefined,
    n: onNext,
    Escape: asking === 'nothing' ? undefined : () => ask('nothing'),
    // A digit rejects with the ready opinion of that number, which is still to be confirmed.
    ...(asking === 'nothing' && reject && Object.fromEntries(DIGITS.map((digit) => [digit, () => rejectBy(digit)]))),
  });
  if (!approve && !reject && !onNext && !onPrevious) return null;
  return (
    <div className="action-bar decision">
      {asking === 'approve' && approve && (
        <Approval application={application} decision={decision} onCancel={() => ask('nothing')} />
      )}
      {asking === 'reject' && reject && (
        <Rejection
          seen={application.doubtsSeen}
          decision={decision}
          opinions={opinions}
          opinion={opinion}
          onChange={setOpinion}
          onDigit={(digit) => setAwaited([...awaited, { digit, at: opinion.length }])}
          onCancel={() => ask('nothing')}
        />
      )}
      {asking === 'return' && mayReturn && (
        <Return seen={application.doubtsSeen} decision={decision} begun={begun} onCancel={() => ask('nothing')} />
      )}
      {(asking === 'nothing' || asking === 'approve') && offers.length > 0 && (
        <div className="row" role="group" aria-label="可以改为出具">
          <span className="fault">证明内容与登记矛盾，不能通过。可以建议申请人：</span>
          {offers.map((offer) => (
            <Button
              key={offer.label}
              onClick={() => (offer.act === 'return' ? ask('return', '', offer) : ask('reject', offer.opinion))}
            >
              {offer.label}
            </Button>
          ))}
        </div>
      )}
      <div className="row">
        {approve && asking === 'nothing' && !onSeeLetter && (
          <Button type={isUntrue ? 'default' : 'primary'} onClick={() => ask('approve')} aria-keyshortcuts="a">
            通过
          </Button>
        )}
        {approve && asking === 'nothing' && onSeeLetter && (
          <Button type={isUntrue ? 'default' : 'primary'} onClick={onSeeLetter}>
            先看证明
          </Button>
        )}
        {reject && asking === 'nothing' && (
          <Button danger onClick={() => ask('reject')} aria-keyshortcuts="r">
            驳回
          </Button>
        )}
        {mayReturn && asking === 'nothing' && (
          <Button onClick={() => ask('return')} aria-keyshortcuts="c">
            退回补正
          </Button>
        )}
        {asking === 'nothing' && onPrevious && (
          <Button onClick={onPrevious} aria-keyshortcuts="p" className="push">
            上一份
          </Button>
        )}
        {asking === 'nothing' && (
          <Button disabled={!onNext} onClick={onNext} aria-keyshortcuts="n" className={onPrevious ? '' : 'push'}>
            {onNext ? '下一份' : '没有下一份'}
          </Button>
        )}
      </div>
    </div>
  );
}

const NOTHING = { reason: '', request: '' };
const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
