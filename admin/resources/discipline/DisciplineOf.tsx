import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { Link, useLocation, useNavigate } from 'react-router';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { DISCIPLINE_KINDS, type SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { cameFrom } from '../../ui/came-from.ts';
import { InlineFailure } from '../../ui/InlineFailure.tsx';
import { DisciplineTag } from './DisciplineTag.tsx';

/** The discipline records of one firm or lawyer, on its page; nothing for roles that may not read them. */
export function DisciplineOf({ kind, id }: { kind: SubjectKind; id: number }) {
  return useMay()(registryEndpoints.listDiscipline) ? <Records subjectKind={kind} subjectId={id} /> : null;
}

function Records({ subjectKind, subjectId }: { subjectKind: SubjectKind; subjectId: number }) {
  const mayEdit = useMay()(registryEndpoints.updateDiscipline);
  const mayEnter = useMay()(registryEndpoints.createDiscipline);
  const navigate = useNavigate();
  const location = useLocation();
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['discipline', 'of', subjectKind, subjectId],
    queryFn: ({ signal }) => call(registryEndpoints.listDiscipline, { query: { subjectKind, subjectId } }, signal),
  });
  return (
    <section className="sheet padded">
      <div className="record-head">
        <h2>行业处分</h2>
        {mayEnter && (
          <Button
            onClick={() =>
              void navigate(pageUrl('disciplineNew', { kind: subjectKind, id: subjectId }), {
                state: cameFrom(location),
              })
            }
          >
            登记处分
          </Button>
        )}
      </div>
      {isError && !data && <InlineFailure error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton active title={false} paragraph={{ rows: 1 }} />}
      {data?.items.length === 0 && <p className="quiet">没有处分记录</p>}
      <ul className="plain">
        {data?.items.map((record) => (
          <li key={record.id}>
            <DisciplineTag state={record.state} />{' '}
            {mayEdit ? (
              <Link to={pageUrl('disciplineEdit', { id: record.id })}>{DISCIPLINE_KINDS[record.kind]}</Link>
            ) : (
              DISCIPLINE_KINDS[record.kind]
            )}{' '}
            <span className="quiet figures">
              {[record.documentNo, record.decidedOn && `${record.decidedOn} 决定`].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
