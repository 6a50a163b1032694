import { Checkbox } from 'antd';
import { DEMANDABLE, documentWords, type DocumentKind } from '../../../bff/contract/profile-fields/policy.ts';
import type { SaveFieldSettings } from '../../../bff/contract/profile-fields/schemas.ts';
import { WholeInput } from '../../ui/form/WholeInput.tsx';

export type TypedPolicy = NonNullable<SaveFieldSettings['policy']>;

const DOCUMENTS = DEMANDABLE.map((value) => ({ value, label: documentWords(value) }));

/** What the office asks of every profile besides its single fields. */
export function PolicyFields({ typed, onChange }: { typed: TypedPolicy; onChange(typed: TypedPolicy): void }) {
  const put = (part: Partial<TypedPolicy>) => onChange({ ...typed, ...part });
  return (
    <>
      <h2>必须上传的证明材料</h2>
      <Checkbox.Group<DocumentKind>
        options={DOCUMENTS}
        value={typed.documents}
        onChange={(documents) => put({ documents })}
      />
      <h2>每年的社会公益</h2>
      <p className="quiet">在填写页告诉律师；达到其中一项即可，填0的不要求</p>
      <div className="row">
        <label className="row">
          公益服务小时数
          <WholeInput
            aria-label="公益服务小时数"
            value={typed.serviceHours}
            onChange={(serviceHours) => put({ serviceHours: serviceHours ?? '' })}
          />
        </label>
        <label className="row">
          法律援助件数
          <WholeInput
            aria-label="法律援助件数"
            value={typed.serviceCases}
            onChange={(serviceCases) => put({ serviceCases: serviceCases ?? '' })}
          />
        </label>
      </div>
      <h2>自动通过</h2>
      <Checkbox checked={typed.passesByItself} onChange={({ target }) => put({ passesByItself: target.checked })}>
        曾通过审核的律师再次提交，没有存疑、也没有须审核的改动的，自动通过
      </Checkbox>
    </>
  );
}
