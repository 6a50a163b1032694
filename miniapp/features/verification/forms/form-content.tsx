import type { KnownForm } from '../../../../bff/contract/verification/replies.ts';
import { groupDigits } from '../../../../bff/contract/text.ts';
import { Box } from '../../../ui/elements.tsx';
import { Facts, Sheet } from '../../../ui/sheets/sheet.tsx';
import { shownSecond, shownTime } from '../../../ui/times.ts';
import styles from '../certificate-content.module.css';
import { pageAddress } from '../page-address.tsx';

const inBeijing = (time: string) => `${time}（北京时间 Beijing time）`;

/** Whose 登记表 it is and of when; what the lawyer has filled in is not shown to strangers. */
export function FormContent({ reply }: { reply: KnownForm }) {
  const { form, checkedAt } = reply;
  return (
    <Sheet title="登记表出具情况 How it was issued">
      <Facts
        rows={[
          ['编号 Number', form.number],
          ['文件 Document', `律师基本信息登记表（${form.copy}）`],
          ['出具单位 Issued by', form.association],
          ['姓名 Name', form.name],
          ['执业证号 Licence No.', groupDigits(form.licenceNo)],
          ['执业机构 Firm', form.firm],
          ['审核通过 Approved', form.approvedOn],
          ['出具时间 Issued', inBeijing(shownTime(form.issuedAt))],
          ['核验时间 Verified', inBeijing(shownSecond(checkedAt))],
          ...pageAddress(),
          ['签名者 Signer', form.signer],
          [
            '文件摘要 SHA-256',
            <Box key="hash" as="span" className={styles.hash}>
              {form.sha256}
            </Box>,
          ],
        ]}
      />
    </Sheet>
  );
}
