import type { OwnFile } from '../../../bff/contract/own-file/endpoints.ts';
import { FIRM_KINDS, FIRM_STATUSES } from '../../../bff/contract/registry/enums.ts';
import { groupDigits } from '../../../bff/contract/text.ts';
import { wrongEntry } from '../../shell/wrong-entry.ts';
import { Facts, Sheet } from '../../ui/sheets/sheet.tsx';
import { RecordList } from './record-list.tsx';

/** What only firms have on record. */
export function FirmFile({ file }: { file: Extract<OwnFile, { kind: 'firm' }> }) {
  const { firm } = file;
  const wrong = wrongEntry('firm');
  return (
    <>
      <Sheet title="登记信息">
        <Facts
          rows={[
            ['名称', firm.name, wrong('name')],
            ['英文名称', englishName(firm), wrong('englishName')],
            ['机构类别', FIRM_KINDS[firm.kind], wrong('kind')],
            ['执业许可证号', groupDigits(firm.licenceNo), wrong('licenceNo')],
            ['统一社会信用代码', groupDigits(firm.uscc), wrong('uscc')],
            ['批准日期', firm.approvedOn, wrong('approvedOn')],
            ['办公地址', firm.address || '未登记', wrong('address')],
            ['负责人', firm.personInCharge || '未登记', wrong('personInCharge')],
            ['电话', firm.phone || '未登记', wrong('phone')],
            ['邮箱', firm.email || '未登记', wrong('email')],
            ['状态', FIRM_STATUSES[firm.status], wrong('status')],
            ['执业律师', `${firm.lawyerCount} 名`],
            ...pending(firm.pendingChange),
          ]}
        />
      </Sheet>
      <RecordList
        title="曾用名"
        wrong={wrong('formerNames')}
        none="没有曾用名。"
        rows={file.formerNames}
        columns={[
          { key: 'name', label: '名称', render: ({ name }) => name },
          { key: 'untilOn', label: '使用至', render: ({ untilOn }) => untilOn },
        ]}
      />
      <RecordList
        title="律所合并"
        wrong={wrong('mergers')}
        none="没有合并记录。"
        rows={file.mergers}
        columns={[
          { key: 'other', label: '合并的律所', render: ({ otherFirmName }) => otherFirmName },
          { key: 'mergedOn', label: '合并日期', render: ({ mergedOn }) => mergedOn },
        ]}
      />
    </>
  );
}

function englishName({
  englishName: name,
  englishNameConfirmedOn: on,
}: {
  englishName: string;
  englishNameConfirmedOn: string | null;
}) {
  if (!name) return '未登记';
  return on ? `${name}（已核定）` : `${name}（待核定）`;
}

/** What is being changed and not decided yet. */
export const pending = (change: string): [string, string][] => (change ? [['在办变更', change]] : []);
