import { Typography } from 'antd';
import { Link } from 'react-router';
import type { PaperReply } from '../../../bff/contract/certificates/replies.ts';
import type { StaffApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { COUNTRIES } from '../../../bff/contract/countries.ts';
import { fileEndpoints } from '../../../bff/contract/files/endpoints.ts';
import { PICKUPS } from '../../../bff/contract/certificates/enums.ts';
import { REVIEW_MODES } from '../../../bff/contract/review/enums.ts';
import { SUBJECT_KINDS } from '../../../bff/contract/registry/enums.ts';
import { pageUrl, subjectUrl } from '../../addresses.ts';
import { addressOf } from '../../providers/call.ts';
import { Grouped } from '../../ui/Grouped.tsx';
import { FileLink } from '../../ui/FileLink.tsx';
import { FactList, type Fact } from '../../ui/FactList.tsx';
import { formatInstant } from '../../ui/dates.ts';

/** What was asked for, by whom, and what became of it. */
export function Facts({ application: a }: { application: StaffApplicationDetail }) {
  const facts: Fact[] = [
    ['申请人', <Link to={subjectUrl(a.applicantKind, a.applicantId)}>{a.applicantName}</Link>],
    ['会员类别', SUBJECT_KINDS[a.applicantKind]],
    ['申请时间', formatInstant(a.submittedAt)],
    ...given(
      '起始时间',
      a.since && `${a.since}${a.sinceFirstPractice ? '（其后首次执业的律师为各自首次执业之日）' : ''}`,
    ),
    ...(a.lawyers.length > 0 ? ([['所涉律师', <Lawyers key="lawyers" lawyers={a.lawyers} />]] as Fact[]) : []),
    ...given('年度', a.year === null ? '' : `${a.year} 年度`),
    ...given('拉丁字母姓名', a.latinName),
    ...given('使用国家/地区', a.country && COUNTRIES[a.country].join(' ')),
    ...given('附件', a.attachments.length > 0 && <Attachments application={a} />),
    ...given('当事人同意', a.hasConsent && '申请人确认已征得同意'),
    ...given('证明内容', a.freeText && <span className="multiline">{a.freeText}</span>),
    ...given('用途', a.purpose),
    ['联系邮箱', a.email],
    ['纸质证明', a.paper ? <Paper paper={a.paper} /> : '不需要'],
    ...given('备注说明', a.remark),
    ['审核方式', REVIEW_MODES[a.reviewMode]],
    ...(a.decidedAt ? ([['审核', `${formatInstant(a.decidedAt)} · ${a.decidedBy}`]] as Fact[]) : []),
    ...given('审核意见', a.opinion && <span className="multiline">{a.opinion}</span>),
  ];
  return (
    <section className="sheet padded">
      <h2>申请信息</h2>
      <FactList facts={facts} />
      {a.certificate && <Certificate certificate={a.certificate} wording={a.wording} />}
    </section>
  );
}

const given = (label: string, value: Fact[1]): Fact[] => (value ? [[label, value]] : []);

function Lawyers({ lawyers }: { lawyers: StaffApplicationDetail['lawyers'] }) {
  const list = (
    <ul className="plain">
      {lawyers.map(({ id, name, licenceNo }) => (
        <li key={id}>
          <Link to={pageUrl('lawyer', { id })}>{name}</Link>{' '}
          <span className="quiet">
            <Grouped value={licenceNo} />
          </span>
        </li>
      ))}
    </ul>
  );
  if (lawyers.length <= 5) return list;
  return (
    <details>
      <summary>共 {lawyers.length} 名</summary>
      {list}
    </details>
  );
}

function Attachments({ application }: { application: StaffApplicationDetail }) {
  return (
    <ul className="plain">
      {application.attachments.map((file) => (
        <li key={file.id}>
          <FileLink
            file={file}
            address={addressOf(fileEndpoints.showStaffAttachment, {
              params: { id: String(application.id), file: file.id },
            })}
          />
        </li>
      ))}
    </ul>
  );
}

function Paper({ paper }: { paper: PaperReply }) {
  const to = paper.pickup === 'mail' ? `，${paper.recipient} ${paper.phone}，${paper.address}` : '';
  return <>{`${paper.copies}份，${PICKUPS[paper.pickup]}${to}`}</>;
}

interface CertificateProps {
  certificate: NonNullable<StaffApplicationDetail['certificate']>;
  wording: StaffApplicationDetail['wording'];
}

function Certificate({ certificate, wording }: CertificateProps) {
  const facts: Fact[] = [
    ['出具时间', formatInstant(certificate.issuedAt)],
    ...given('正文版本', wording && `第${wording.version}版`),
    [
      '核验码',
      <Typography.Text key="code" copyable={{ text: certificate.verifyCode }}>
        <Grouped value={certificate.verifyCode} />
      </Typography.Text>,
    ],
    [
      '核验链接',
      <a key="url" href={certificate.verifyUrl} target="_blank" rel="noreferrer">
        打开核验页
      </a>,
    ],
    [
      '文件摘要',
      <span key="hash" className="figures hash">
        {certificate.sha256}
      </span>,
    ],
  ];
  return (
    <>
      <h2>证明</h2>
      <FactList facts={facts} />
    </>
  );
}
