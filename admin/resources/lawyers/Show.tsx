import { Alert, Button, Skeleton } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { registryEndpoints, type LawyerDetail } from '../../../bff/contract/registry/endpoints.ts';
import { IDENTITY_KINDS, LAWYER_CATEGORIES, SEXES } from '../../../bff/contract/registry/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { useMay } from '../../providers/permission.ts';
import { contactFacts } from '../../ui/contact-facts.ts';
import { FactList, type Fact } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { Page } from '../../ui/Page.tsx';
import { SubjectParts } from '../../subjects/parts.tsx';
import { Identity } from './Identity.tsx';
import { LatinName } from './LatinName.tsx';
import { LawyerStatusTag } from './LawyerStatusTag.tsx';
import { useLawyer } from './use-lawyer.ts';

export function LawyerShow() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const mayEdit = useMay()(registryEndpoints.updateLawyer);
  const { data: lawyer, isError, error, refetch } = useLawyer(id);
  if (isError && !lawyer) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!lawyer) return <Skeleton active className="page" />;
  const subject = { kind: 'lawyer', id: lawyer.id, name: lawyer.name } as const;
  return (
    <Page
      title={
        <>
          {lawyer.name} <LawyerStatusTag status={lawyer.status} />
        </>
      }
      name={lawyer.name}
      back={{ to: pageUrl('lawyers'), label: '律师' }}
      actions={
        <>
          <SubjectParts place="actions" subject={subject} />
          {mayEdit && (
            <Button type="primary" onClick={() => void navigate(pageUrl('lawyerEdit', { id: lawyer.id }))}>
              修改
            </Button>
          )}
        </>
      }
    >
      {lawyer.warnings.map((warning) => (
        <Alert key={warning} type="warning" showIcon role="note" title={warning} />
      ))}
      {lawyer.pendingChange && (
        <Alert type="warning" showIcon role="note" title={`在办变更：${lawyer.pendingChange}`} />
      )}
      <SubjectParts place="notices" subject={subject} />
      <section className="sheet padded">
        <FactList facts={factsOf(lawyer)} />
      </section>
      <SubjectParts place="sections" subject={subject} />
    </Page>
  );
}

function factsOf(lawyer: LawyerDetail): Fact[] {
  const { firmId, firmName } = lawyer;
  return [
    ['性别', SEXES[lawyer.sex]],
    ['执业证号', <Grouped key="licence" value={lawyer.licenceNo} />],
    ['执业类别', LAWYER_CATEGORIES[lawyer.category]],
    [
      '执业机构',
      firmId === null ? (
        ''
      ) : (
        <Link key="firm" to={pageUrl('firm', { id: firmId })}>
          {firmName}
        </Link>
      ),
    ],
    [IDENTITY_KINDS[lawyer.identityKind], <Identity key={lawyer.id} id={lawyer.id} masked={lawyer.identityMasked} />],
    ['身份核验', lawyer.identityMatchedOn ?? '尚未核验'],
    ['入会日期', lawyer.joinedOn],
    ...(lawyer.status === 'cancelled' ? [['注销日期', lawyer.cancelledOn] satisfies Fact] : []),
    ['首次执业日期', lawyer.firstPractisedOn],
    ['外文姓名', <LatinName key={lawyer.id} lawyer={lawyer} />],
    ...contactFacts(lawyer),
  ];
}
