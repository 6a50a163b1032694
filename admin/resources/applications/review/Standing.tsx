import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { StaffApplicationDetail } from '../../../../bff/contract/certificates/endpoints.ts';
import { CERTIFICATE_STANDINGS } from '../../../../bff/contract/certificates/enums.ts';
import { applicationUrl, pageUrl } from '../../../addresses.ts';
import { FactList, type Fact } from '../../../ui/FactList.tsx';
import { formatInstant } from '../../../ui/dates.ts';
import { Replacement } from './Replacement.tsx';
import { Revocation } from './Revocation.tsx';

/** How the issued certificate stands, what it replaces, and the two acts that end it. */
export function Standing({ application }: { application: StaffApplicationDetail }) {
  const [asking, setAsking] = useState<'nothing' | 'revoke' | 'replace'>('nothing');
  const { certificate, permits, openMatters } = application;
  if (!certificate) return null;
  const close = () => setAsking('nothing');
  return (
    <section className="sheet padded" aria-label="证明现状">
      <h2>证明现状</h2>
      {certificate.standing !== 'valid' && (
        <Alert type="warning" showIcon title={`该证明${CERTIFICATE_STANDINGS[certificate.standing]}`} />
      )}
      {openMatters > 0 && (
        <Alert
          type="warning"
          showIcon
          role="note"
          title={`出具后有 ${openMatters} 项登记变化与它有关，尚未处理`}
          action={<Link to={`${pageUrl('matters')}?state=open`}>证明复核</Link>}
        />
      )}
      <FactList facts={factsOf(certificate)} />
      {asking === 'revoke' && permits.revoke && <Revocation application={application} onClose={close} />}
      {asking === 'replace' && permits.replace && <Replacement application={application} onClose={close} />}
      {asking === 'nothing' && (permits.revoke || permits.replace) && (
        <div className="row">
          {permits.replace && <Button onClick={() => setAsking('replace')}>更正并重新出具</Button>}
          {permits.revoke && (
            <Button danger onClick={() => setAsking('revoke')}>
              撤销证明
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function factsOf(certificate: NonNullable<StaffApplicationDetail['certificate']>): Fact[] {
  const { standing, standingAt, standingReason, expiresOn, replaces, replacedBy } = certificate;
  return [
    ['现状', CERTIFICATE_STANDINGS[standing]],
    ...(standingAt ? ([['时间', formatInstant(standingAt)]] as Fact[]) : []),
    ...(standingReason ? ([['原因', <span className="multiline">{standingReason}</span>]] as Fact[]) : []),
    ...(replacedBy ? ([['新证明', <Other key="by" of={replacedBy} />]] as Fact[]) : []),
    ...(replaces ? ([['替换了', <Other key="of" of={replaces} />]] as Fact[]) : []),
    ...(expiresOn ? ([['有效期至', expiresOn]] as Fact[]) : []),
  ];
}

const Other = ({ of }: { of: { applicationId: number; number: string } }) => (
  <Link to={applicationUrl({ id: of.applicationId })} className="figures">
    {of.number}
  </Link>
);
