import { useParams } from 'react-router';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { EditPage } from '../../ui/form/EditPage.tsx';
import { disciplineFields, toDisciplineInput, toDisciplineValues } from './discipline-form.tsx';
import { Withdrawal } from './Withdrawal.tsx';

export function DisciplineEdit() {
  const { id = '' } = useParams();
  return (
    <EditPage
      key={id}
      name="修改处分记录"
      back={{ to: pageUrl('discipline'), label: '行业处分' }}
      cacheKey={['discipline', 'one', id]}
      listKey={['discipline']}
      load={(signal) => call(registryEndpoints.showDiscipline, { params: { id } }, signal)}
      toValues={toDisciplineValues}
      fields={disciplineFields}
      below={(record) => <Withdrawal record={record} />}
      save={(values, { version }) =>
        call(registryEndpoints.updateDiscipline, { params: { id }, body: toDisciplineInput(values, version) })
      }
    />
  );
}
