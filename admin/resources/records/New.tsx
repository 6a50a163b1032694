import { groupDigits } from '../../../bff/contract/text.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import type { SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { subjectUrl, yearlyUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { NotFound } from '../../shell/Dead.tsx';
import { useCameFrom } from '../../ui/came-from.ts';
import type { FieldSpec } from '../../ui/form/form-fields.tsx';
import { Page } from '../../ui/Page.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { SubjectPicker, type Subject } from '../../subjects/SubjectPicker.tsx';
import type { AnyRecordSpec } from './record-spec.tsx';
import { specOf } from './specs.ts';

/** /records/<kind>/new, of the member in the address or of one chosen in the form. */
export function RecordNew() {
  const { kind = '' } = useParams();
  const [params] = useSearchParams();
  const spec = specOf(kind);
  if (!spec) return <NotFound />;
  return <NewRecord key={`${kind}?${params.toString()}`} spec={spec} about={aboutOf(params)} />;
}

interface About {
  subjectKind: SubjectKind;
  subjectId: number;
}

function aboutOf(params: URLSearchParams): About | null {
  const firmId = Number(params.get('firmId'));
  const lawyerId = Number(params.get('lawyerId'));
  if (firmId > 0) return { subjectKind: 'firm', subjectId: firmId };
  return lawyerId > 0 ? { subjectKind: 'lawyer', subjectId: lawyerId } : null;
}

type Values = Record<string, unknown> & { subjectId: Subject | null };

const chooser: FieldSpec<Values> = {
  name: 'subjectId',
  label: '会员',
  kind: 'own',
  isRequired: true,
  isWide: true,
  control: <SubjectPicker />,
};

function NewRecord({ spec, about }: { spec: AnyRecordSpec; about: About | null }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const from = useCameFrom();
  const { message } = App.useApp();
  const fields = useMemo(
    () => [...(about ? [] : [chooser]), ...spec.fields(about?.subjectKind ?? null)],
    [spec, about],
  );
  const initial = useMemo<Values>(() => ({ subjectId: null, ...spec.initial() }), [spec]);
  const send = ({ subjectId: chosen, ...typed }: Values) =>
    call(spec.endpoints.create, {
      body: {
        ...(about ?? { subjectKind: chosen?.kind ?? 'lawyer', subjectId: chosen?.value }),
        ...spec.toInput(typed),
      },
    });
  const title = `登记${spec.label}`;
  const back = about
    ? { to: subjectUrl(about.subjectKind, about.subjectId), label: '会员详情' }
    : { to: yearlyUrl(spec.slug), label: spec.label };
  return (
    <Page title={title} name={title} back={back}>
      <section className="sheet padded">
        {about && <MemberName about={about} />}
        <ServerForm<Values, Awaited<ReturnType<typeof send>>>
          initial={initial}
          fields={fields}
          submitLabel="保存"
          onSubmit={send}
          onSaved={() => {
            for (const queryKey of [['records'], ['firms'], ['lawyers']]) void client.invalidateQueries({ queryKey });
            void message.success('已登记');
            void navigate(from ?? back.to, { replace: true });
          }}
        />
      </section>
    </Page>
  );
}

/** Whom the record will be about; the form works without knowing the name. */
function MemberName({ about: { subjectKind, subjectId } }: { about: About }) {
  const id = String(subjectId);
  const { data } = useQuery<{ name: string; licenceNo: string }>({
    queryKey: [`${subjectKind}s`, 'one', id],
    queryFn: ({ signal }) =>
      subjectKind === 'firm'
        ? call(registryEndpoints.showFirm, { params: { id } }, signal)
        : call(registryEndpoints.showLawyer, { params: { id } }, signal),
  });
  return <p className="record-of">{data ? `${data.name}（${groupDigits(data.licenceNo)}）` : '\u00A0'}</p>;
}
