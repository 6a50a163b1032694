import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { MemberRecord } from '../../../bff/contract/records/endpoints.ts';
import { pageUrl, subjectUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { NotFound } from '../../shell/Dead.tsx';
import { useCameFrom } from '../../ui/came-from.ts';
import { EditPage } from '../../ui/form/EditPage.tsx';
import type { AnyRecordSpec } from './record-spec.tsx';
import { specOf } from './specs.ts';

/** /records/<kind>/<id>/edit. */
export function RecordEdit() {
  const { kind = '', id = '' } = useParams();
  const spec = specOf(kind);
  return spec ? <EditRecord key={`${kind}/${id}`} spec={spec} id={id} /> : <NotFound />;
}

function EditRecord({ spec, id }: { spec: AnyRecordSpec; id: string }) {
  const from = useCameFrom();
  const cacheKey = ['records', 'one', spec.slug, id];
  const load = (signal: AbortSignal) => call(spec.endpoints.show, { params: { id } }, signal);
  // The form loads it under the same key: one request for both.
  const { data: known } = useQuery({ queryKey: cacheKey, queryFn: ({ signal }) => load(signal), staleTime: 0 });
  return (
    <EditPage<MemberRecord, Record<string, unknown>>
      name={`修改${spec.label}${known ? `：${known.subjectName}` : ''}`}
      back={
        known
          ? { to: subjectUrl(known.subjectKind, known.subjectId), label: '会员详情' }
          : { to: pageUrl('home'), label: '返回' }
      }
      cacheKey={cacheKey}
      listKey={['records']}
      load={load}
      toValues={(row) => spec.toValues(row)}
      fields={(row) => spec.fields(row.subjectKind)}
      save={(values, { version }) =>
        call(spec.endpoints.update, { params: { id }, body: { ...spec.toInput(values), version } })
      }
      alsoListedBy={[['firms'], ['lawyers']]}
      after={(row) => from ?? subjectUrl(row.subjectKind, row.subjectId)}
    />
  );
}
