import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Skeleton } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import type { SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { groupDigits } from '../../../bff/contract/text.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import type { Subject } from '../../subjects/SubjectPicker.tsx';
import { useCameFrom } from '../../ui/came-from.ts';
import { Page } from '../../ui/Page.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { disciplineFields, newDiscipline, toDisciplineInput } from './discipline-form.tsx';
import { doubtsOf } from './doubts-of.ts';

/** 登记处分; of the member on whose page it was begun, if it was. */
export function DisciplineNew() {
  const [params] = useSearchParams();
  const of = memberIn(params);
  return (
    <Page title="登记处分" name="登记处分" back={{ to: pageUrl('discipline'), label: of ? '返回' : '行业处分' }}>
      <section className="sheet padded">{of ? <FormOf {...of} /> : <Form subject={null} />}</section>
    </Page>
  );
}

/** Whose page led here; null: nobody's. */
function memberIn(params: URLSearchParams): { kind: SubjectKind; id: string } | null {
  const [kind, id] = [params.get('kind'), params.get('id')];
  return (kind === 'firm' || kind === 'lawyer') && id ? { kind, id } : null;
}

/** The form works without knowing whom it is about: then that is chosen in it. */
function FormOf({ kind, id }: { kind: SubjectKind; id: string }) {
  const { data, isError } = useQuery<{ name: string; licenceNo: string }>({
    queryKey: [`${kind}s`, 'one', id],
    queryFn: ({ signal }) =>
      kind === 'firm'
        ? call(registryEndpoints.showFirm, { params: { id } }, signal)
        : call(registryEndpoints.showLawyer, { params: { id } }, signal),
  });
  if (!data && !isError) return <Skeleton active title={false} />;
  const label = data && `${data.name}（${groupDigits(data.licenceNo)}）`;
  return <Form subject={label ? { kind, value: Number(id), label } : null} />;
}

function Form({ subject }: { subject: Subject | null }) {
  const navigate = useNavigate();
  const from = useCameFrom();
  const client = useQueryClient();
  const { message } = App.useApp();
  return (
    <ServerForm
      initial={{ ...newDiscipline, subjectId: subject }}
      fields={disciplineFields}
      submitLabel="保存"
      onSubmit={(values) => call(registryEndpoints.createDiscipline, { body: toDisciplineInput(values) })}
      onSaved={(saved) => {
        void client.invalidateQueries({ queryKey: ['discipline'] });
        const doubts = doubtsOf(saved);
        if (doubts) void message.warning(`已登记。${doubts}`, 8);
        else void message.success('已登记');
        void navigate(from ?? pageUrl('discipline'), { replace: true });
      }}
    />
  );
}
