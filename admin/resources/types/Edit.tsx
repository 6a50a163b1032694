import { useParams } from 'react-router';
import { typeEndpoints } from '../../../bff/contract/certificate-types/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { WAITS } from '../../changes/use-changes.ts';
import { call } from '../../providers/call.ts';
import { EditPage } from '../../ui/form/EditPage.tsx';
import { toTypeInput, toTypeValues, typeFields } from './type-form.tsx';
import { loadType, typeKey } from './use-type.ts';

export function TypeEdit() {
  const { id = '' } = useParams();
  return (
    <EditPage
      key={id}
      name="修改证明类型"
      back={{ to: pageUrl('type', { id }), label: '证明类型详情' }}
      cacheKey={typeKey(id)}
      listKey={['types']}
      load={(signal) => loadType(id, signal)}
      toValues={toTypeValues}
      fields={typeFields}
      said={(_before, _typed, { waiting }) => (waiting ? `放宽核查的修改${WAITS}，本次修改暂未保存` : '已保存')}
      save={(values, { version }) =>
        call(typeEndpoints.updateType, { params: { id }, body: toTypeInput(values, version) })
      }
    />
  );
}
