import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { eligibleCountEndpoints } from '../../../../bff/contract/eligible-count/endpoints.ts';
import type { EligiblePiece } from '../../../../bff/contract/eligible-count/replies.ts';
import type { Eligibility } from '../../../../bff/contract/eligibility/schemas.ts';
import { LOOKED_UP } from '../../../eligibility/draft.ts';
import { EligibilityBuilder } from '../../../eligibility/EligibilityBuilder.tsx';
import { call } from '../../../providers/call.ts';
import { sentenceOf } from '../../../providers/failure.ts';

const MAX_EXAMPLES = 20;
interface Counted {
  looked: number;
  fit: number;
  examples: EligiblePiece['examples'];
  isWhole: boolean;
}
const NOTHING: Counted = { looked: 0, fit: 0, examples: [], isWhole: false };

/** 报名条件, and how many fit it. antd's form hands id, value and onChange. */
export function CountedEligibility(props: {
  id?: string;
  value?: Eligibility | null;
  onChange?(value: Eligibility | null): void;
}) {
  return (
    <div className="stack">
      <EligibilityBuilder {...props} of={['lawyer']} lookUps={LOOKED_UP} />
      {/* Another condition is counted anew. */}
      <EligibleCount key={JSON.stringify(props.value ?? null)} eligibility={props.value ?? null} />
    </div>
  );
}

/** Asked piece by piece, the sum grows meanwhile; leaving it stops it. */
function EligibleCount({ eligibility }: { eligibility: Eligibility | null }) {
  const [counted, setCounted] = useState<Counted | null>(null);
  const [fault, setFault] = useState('');
  const stop = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    stop.current = controller;
    return () => controller.abort();
  }, []);
  const count = async () => {
    setFault('');
    let sum = NOTHING;
    setCounted(sum);
    try {
      for (let after: number | null = 0; after !== null;) {
        const { signal } = stop.current;
        const piece: EligiblePiece = await call(
          eligibleCountEndpoints.countEligible,
          { body: { eligibility, after } },
          signal,
        );
        if (signal.aborted) return;
        after = piece.next;
        sum = {
          looked: sum.looked + piece.looked,
          fit: sum.fit + piece.fit,
          examples: [...sum.examples, ...piece.examples].slice(0, MAX_EXAMPLES),
          isWhole: after === null,
        };
        setCounted(sum);
      }
    } catch (error) {
      if (!stop.current.signal.aborted) setFault(sentenceOf(error as Error));
    }
  };
  if (!counted || fault) {
    return (
      <p>
        <Button size="small" onClick={() => void count()}>
          计算符合条件的人数
        </Button>{' '}
        {fault && (
          <span role="alert" className="fault">
            {fault}
          </span>
        )}
      </p>
    );
  }
  const { looked, fit, examples, isWhole } = counted;
  return (
    <p role="status">
      符合条件 {fit.toLocaleString('zh-CN')} 人（{isWhole ? '正常执业的律师共' : '已核对'}{' '}
      {looked.toLocaleString('zh-CN')} 人{isWhole ? '' : '，仍在计算'}）
      {examples.length > 0 && (
        <span className="quiet">
          {' '}
          例如：{examples.map(({ name, firm }) => (firm ? `${name}（${firm}）` : name)).join('、')}
        </span>
      )}
    </p>
  );
}
