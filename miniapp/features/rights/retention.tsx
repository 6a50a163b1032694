import { KEPT_ELSEWHERE, RETENTION } from '../../../bff/contract/rights/enums.ts';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';

const inDays = (days: number): string => (days >= 3_650 ? `${Math.floor(days / 365)}年` : `${days}天`);

/** 保存期限: what is kept how long; read from the table by which the nightly round removes it. */
export function Retention() {
  return (
    <Sheet title="保存期限">
      <Notice>到期的由系统自动删除。选填的内容可以随时在信息补全、个人档案中清空，立即生效。</Notice>
      <Facts
        rows={[
          ...Object.values(RETENTION).map(({ what, from, days }) => [what, `${from}起${inDays(days)}`] as const),
          ...KEPT_ELSEWHERE.map(({ what, howLong }) => [what, howLong] as const),
        ]}
      />
    </Sheet>
  );
}
