import { recordEndpoints } from '../../../bff/contract/records/endpoints.ts';
import type { FirmDetail } from '../../../bff/contract/registry/endpoints.ts';
import { MAX_ENGLISH_NAME } from '../../../bff/contract/records/limits.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { ConfirmedName } from '../../ui/form/ConfirmedName.tsx';
import { firmKey } from '../../subjects/use-firm.ts';

/** How a firm is called in English, and whether staff have compared that with its documents. */
export function EnglishName({ firm }: { firm: FirmDetail }) {
  const may = useMay()(recordEndpoints.confirmEnglishName);
  const { version, englishName: name, englishNameConfirmedOn: confirmedOn } = firm;
  const id = String(firm.id);
  return (
    <ConfirmedName
      name={name}
      confirmedOn={confirmedOn}
      verb="核定"
      ask={may ? (confirmedOn ? '修改英文名称' : '核定英文名称') : null}
      field="englishName"
      label="英文名称"
      maxLength={MAX_ENGLISH_NAME}
      placeholder="与律所印章、网站一致，例如 Qingming Law Firm"
      hint="核定后，中英对照的证明使用该名称；律所更名后须重新核定。"
      cacheKey={firmKey(id)}
      confirm={(englishName) =>
        call(recordEndpoints.confirmEnglishName, { params: { id }, body: { englishName, version } })
      }
    />
  );
}
