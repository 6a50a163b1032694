import { recordEndpoints } from '../../../bff/contract/records/endpoints.ts';
import type { LawyerDetail } from '../../../bff/contract/registry/endpoints.ts';
import { MAX_LATIN_NAME } from '../../../bff/contract/limits.ts';
import { MAX_NAME_REASON } from '../../../bff/contract/records/limits.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { ConfirmedName } from '../../ui/form/ConfirmedName.tsx';
import { lawyerKey } from './use-lawyer.ts';

/** How a lawyer is called in Latin letters, and whether staff have compared that with a passport. */
export function LatinName({ lawyer }: { lawyer: LawyerDetail }) {
  const may = useMay()(recordEndpoints.confirmLatinName);
  const { version, latinName: name, latinNameConfirmedOn: confirmedOn } = lawyer;
  const id = String(lawyer.id);
  return (
    <ConfirmedName
      name={name}
      confirmedOn={confirmedOn}
      verb="确认"
      ask={may && !confirmedOn ? '确认外文姓名' : null}
      field="latinName"
      label="外文姓名"
      maxLength={MAX_LATIN_NAME}
      placeholder="与护照一致，例如 LIN Zhiyuan"
      hint="确认后，本人可自助开具中英对照的会员证明；以后修改姓名须重新确认。"
      cacheKey={lawyerKey(id)}
      reason={{ label: '核定依据', maxLength: MAX_NAME_REASON, placeholder: '核对了什么证件，例如 护照 E12345678' }}
      confirm={(latinName, reason) =>
        call(recordEndpoints.confirmLatinName, { params: { id }, body: { latinName, reason, version } })
      }
    />
  );
}
