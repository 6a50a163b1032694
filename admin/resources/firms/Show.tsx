import { Alert, Button, Skeleton } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { registryEndpoints, type FirmDetail } from '../../../bff/contract/registry/endpoints.ts';
import { FIRM_KINDS } from '../../../bff/contract/registry/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { useMay } from '../../providers/permission.ts';
import { contactFacts } from '../../ui/contact-facts.ts';
import { FactList, type Fact } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { Page } from '../../ui/Page.tsx';
import { SubjectParts } from '../../subjects/parts.tsx';
import { EnglishName } from './EnglishName.tsx';
import { FirmStatusTag } from './FirmStatusTag.tsx';
import { useFirm } from '../../subjects/use-firm.ts';

export function FirmShow() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const mayEdit = useMay()(registryEndpoints.updateFirm);
  const { data: firm, isError, error, refetch } = useFirm(id);
  if (isError && !firm) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!firm) return <Skeleton active className="page" />;
  const subject = { kind: 'firm', id: firm.id, name: firm.name } as const;
  return (
    <Page
      title={
        <>
          {firm.name} <FirmStatusTag status={firm.status} />
        </>
      }
      name={firm.name}
      back={{ to: pageUrl('firms'), label: '律所' }}
      actions={
        <>
          <SubjectParts place="actions" subject={subject} />
          {mayEdit && (
            <Button type="primary" onClick={() => void navigate(pageUrl('firmEdit', { id: firm.id }))}>
              修改
            </Button>
          )}
        </>
      }
    >
      {firm.pendingChange && <Alert type="warning" showIcon role="note" title={`在办变更：${firm.pendingChange}`} />}
      <SubjectParts place="notices" subject={subject} />
      <section className="sheet padded">
        <FactList facts={factsOf(firm)} />
      </section>
      <SubjectParts place="sections" subject={subject} />
    </Page>
  );
}

function factsOf(firm: FirmDetail): Fact[] {
  return [
    ['英文名称', <EnglishName key="english" firm={firm} />],
    ['机构类别', FIRM_KINDS[firm.kind]],
    ['执业许可证号', <Grouped key="licence" value={firm.licenceNo} />],
    ['统一社会信用代码', <Grouped key="uscc" value={firm.uscc} />],
    ['批准日期', firm.approvedOn],
    ...(firm.status === 'cancelled' ? [['注销日期', firm.cancelledOn] satisfies Fact] : []),
    ['负责人', firm.personInCharge],
    ['办公地址', firm.address],
    ...contactFacts(firm),
    [
      '执业律师',
      <Link key="lawyers" to={pageUrl('lawyers', { firmId: firm.id })}>
        {firm.lawyerCount} 名，查看名单
      </Link>,
    ],
  ];
}
