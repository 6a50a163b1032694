import { toHalfWidth, toYuan } from '../../bff/contract/text.ts';
import { Box } from '../ui/elements.tsx';
import { Notice } from '../ui/sheets/sheet.tsx';
import { useOffice } from '../office/use-office.ts';
import type { FormValues } from './draft.ts';

/** What the paper copies will cost, before anything is submitted; nothing while the number is not one. */
export function PaperFees({ values }: { values: FormValues }) {
  const office = useOffice().data;
  const copies = Number(toHalfWidth(values.copies).trim());
  if (!office || !Number.isInteger(copies) || copies < 1) return null;
  const postage = values.pickup === 'mail' ? office.postageFen : 0;
  const total = office.copyFeeFen * copies + postage;
  if (total === 0) return <Notice>纸质证明免费。</Notice>;
  return (
    <Notice>
      <Box>纸质证明费用 {toYuan(total)} 元</Box>
      <Box>
        工本费 {toYuan(office.copyFeeFen)} 元 × {copies} 份{postage > 0 ? `，邮寄费 ${toYuan(postage)} 元` : ''}
        。提交后按此金额计收，证明通过后缴费，缴费后打印。
      </Box>
    </Notice>
  );
}
