import type { OwnFile } from '../../../bff/contract/own-file/endpoints.ts';
import { HOURS_STATES } from '../../../bff/contract/records/enums.ts';
import { IDENTITY_KINDS, LAWYER_CATEGORIES, LAWYER_STATUSES, SEXES } from '../../../bff/contract/registry/enums.ts';
import { groupDigits, groupIdentity } from '../../../bff/contract/text.ts';
import { wrongEntry } from '../../shell/wrong-entry.ts';
import { Facts, Sheet } from '../../ui/sheets/sheet.tsx';
import { pending } from './firm-file.tsx';
import { RecordList } from './record-list.tsx';
import { span } from './span.ts';

/** What only lawyers have on record. */
export function LawyerFile({ file }: { file: Extract<OwnFile, { kind: 'lawyer' }> }) {
  const { lawyer } = file;
  const wrong = wrongEntry('lawyer');
  return (
    <>
      <Sheet title="登记信息">
        <Facts
          rows={[
            ['姓名', lawyer.name, wrong('name')],
            ['拉丁字母姓名', latinName(lawyer), wrong('latinName')],
            ['性别', SEXES[lawyer.sex], wrong('sex')],
            ['执业证号', groupDigits(lawyer.licenceNo), wrong('licenceNo')],
            ['执业类别', LAWYER_CATEGORIES[lawyer.category], wrong('category')],
            ['执业机构', lawyer.firmName || '无', wrong('transfer')],
            ['首次执业日期', lawyer.firstPractisedOn, wrong('firstPractisedOn')],
            ['入会日期', lawyer.joinedOn, wrong('joinedOn')],
            ['状态', LAWYER_STATUSES[lawyer.status], wrong('status')],
            [IDENTITY_KINDS[lawyer.identityKind], groupIdentity(lawyer.identityMasked), wrong('identity')],
            ['身份核验', lawyer.identityMatchedOn ? `${lawyer.identityMatchedOn} 核验一致` : '尚未核验'],
            ['电话', lawyer.phone || '未登记', wrong('phone')],
            ['邮箱', lawyer.email || '未登记', wrong('email')],
            ...pending(lawyer.pendingChange),
          ]}
        />
      </Sheet>
      <RecordList
        title="执业经历"
        wrong={wrong('periods')}
        none="没有执业经历记录。"
        rows={file.periods}
        columns={[
          { key: 'firm', label: '执业机构', render: ({ firmName }) => firmName },
          { key: 'time', label: '起止日期', render: ({ fromOn, untilOn }) => span(fromOn, untilOn, '今') },
        ]}
      />
      <RecordList
        title="律协任职"
        wrong={wrong('appointments')}
        none="没有任职记录。"
        rows={file.appointments}
        columns={[
          { key: 'body', label: '机构', render: ({ body }) => body },
          { key: 'position', label: '职务', render: ({ position }) => position },
          { key: 'time', label: '起止日期', render: ({ fromOn, untilOn }) => span(fromOn, untilOn, '今') },
        ]}
      />
      <RecordList
        title="活动学时"
        wrong={wrong('hours')}
        none="没有活动学时记录。"
        rows={file.hours}
        columns={[
          { key: 'title', label: '活动', render: ({ title }) => title },
          { key: 'heldOn', label: '日期', render: ({ heldOn }) => heldOn },
          { key: 'hours', label: '学时', render: ({ hours }) => String(hours) },
          { key: 'state', label: '状态', render: ({ state }) => HOURS_STATES[state] },
        ]}
      />
    </>
  );
}

function latinName({
  latinName: name,
  latinNameConfirmedOn,
}: {
  latinName: string;
  latinNameConfirmedOn: string | null;
}) {
  if (!name) return '未登记';
  return latinNameConfirmedOn ? `${name}（已核定）` : `${name}（待核定）`;
}
