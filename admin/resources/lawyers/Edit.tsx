import { useParams } from 'react-router';
import { registryEndpoints, type LawyerDetail } from '../../../bff/contract/registry/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { sayContacts } from '../../ui/contact-hold.ts';
import { EditPage } from '../../ui/form/EditPage.tsx';
import { lawyerFields, toLawyerInput, toLawyerValues } from './lawyer-form.tsx';
import { lawyerKey } from './use-lawyer.ts';

const fieldsOf = ({ identityMasked }: LawyerDetail) => lawyerFields({ masked: identityMasked });

export function LawyerEdit() {
  const { id = '' } = useParams();
  return (
    <EditPage
      key={id}
      name="修改律师"
      back={{ to: pageUrl('lawyer', { id }), label: '律师详情' }}
      cacheKey={lawyerKey(id)}
      listKey={['lawyers']}
      alsoListedBy={[['activations']]}
      load={(signal) => call(registryEndpoints.showLawyer, { params: { id } }, signal)}
      said={sayContacts}
      toValues={toLawyerValues}
      fields={fieldsOf}
      save={(values, { version }) =>
        call(registryEndpoints.updateLawyer, { params: { id }, body: toLawyerInput(values, version) })
      }
    />
  );
}
