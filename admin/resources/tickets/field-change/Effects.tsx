import { Button } from 'antd';
import type { FieldChangeEffects } from '../../../../bff/contract/field-changes/endpoints.ts';
import { sentenceOf } from '../../../providers/failure.ts';
import { useFieldChangeEffects } from './use-field-change.ts';

/** 影响: letters that print the value, reviews and orders that wait; letters are named for review once it is changed. */
export function Effects({ ticketId }: { ticketId: number }) {
  const { data, isError, error, refetch } = useFieldChangeEffects(ticketId);
  return (
    <div role="group" aria-label="影响">
      <h3>影响</h3>
      {data ? (
        <ul>
          {linesOf(data).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : isError ? (
        <p>
          {sentenceOf(error)}{' '}
          <Button type="link" size="small" onClick={() => void refetch()}>
            重试
          </Button>
        </p>
      ) : (
        <p className="quiet">正在查找印有此项的证明…</p>
      )}
    </div>
  );
}

function linesOf({ letters: { count, isMore, latest }, reviews, orders }: FieldChangeEffects): string[] {
  const named = latest.map(({ number, holder }) => `${number}（${holder}）`).join('、');
  const rest = count > latest.length ? '等' : '';
  const older = isMore ? '，更早的证明没有逐份查看' : '';
  const printed = count === 0 ? '没有印有现登记内容的有效证明' : `印有现登记内容的有效证明${count}份：${named}${rest}`;
  return [
    `${printed}${older}${count === 0 ? '' : '。更正后列入证明复核'}`,
    reviews === 0 ? '没有待审核的证明申请' : `待审核的证明申请${reviews}份，更正后按新的登记内容审核`,
    orders === 0 ? '没有未办结的纸质证明' : `未办结的纸质证明${orders}份，可能印有原内容，请与经办人核对`,
  ];
}
