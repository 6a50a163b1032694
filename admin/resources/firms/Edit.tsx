import { useParams } from 'react-router';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { sayContacts } from '../../ui/contact-hold.ts';
import { EditPage } from '../../ui/form/EditPage.tsx';
import { firmFields, toFirmInput, toFirmValues } from './firm-form.ts';
import { firmKey } from '../../subjects/use-firm.ts';

export function FirmEdit() {
  const { id = '' } = useParams();
  return (
    <EditPage
      key={id}
      name="修改律所"
      back={{ to: pageUrl('firm', { id }), label: '律所详情' }}
      cacheKey={firmKey(id)}
      listKey={['firms']}
      alsoListedBy={[['activations']]}
      load={(signal) => call(registryEndpoints.showFirm, { params: { id } }, signal)}
      said={sayContacts}
      toValues={toFirmValues}
      fields={firmFields}
      save={(values, { version }) =>
        call(registryEndpoints.updateFirm, { params: { id }, body: toFirmInput(values, version) })
      }
    />
  );
}
