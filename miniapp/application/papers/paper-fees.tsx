import { readDecimal, toYuan } from '../../../bff/contract/text.ts';
import { MAX_COPIES } from '../../../bff/contract/certificates/limits.ts';
import { Box } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { useOffice } from '../../office/use-office.ts';
import type { FormValues } from '../draft.ts';

/**
 * What the paper copies will cost, before anything is submitted; nothing while the number is not one. `people`: so many
 * lawyers get as many copies each, in one parcel.
 */
export function PaperFees({ values, people }: { values: FormValues; people?: number | undefined }) {
  const office = useOffice().data;
  const copies = readDecimal(values.copies, 0);
  if (!office || !(copies >= 1 && copies <= MAX_COPIES)) return null;
  const postage = values.pickup === 'mail' ? office.postageFen : 0;
  const total = office.copyFeeFen * copies * (people ?? 1) + postage;
  if (total === 0) return <Notice>纸质证明免费。</Notice>;
  return (
    <Notice>
      <Box>纸质证明费用 {toYuan(total)} 元</Box>
      <Box>
        工本费 {toYuan(office.copyFeeFen)} 元 × {copies} 份{people === undefined ? '' : ` × ${people} 名`}
        {postage > 0 ? `，邮寄费 ${toYuan(postage)} 元` : ''}。
        {people === undefined
          ? '提交后按此金额计收，证明通过后缴费，缴费后打印。'
          : '证明通过后在本次批量申请的页面一并缴费，一次支付，没有通过的不收；缴费后打印。'}
        证明通过后{office.paperPaymentDays}天内未缴费的，纸质证明自动取消，电子证明不受影响。
      </Box>
    </Notice>
  );
}
