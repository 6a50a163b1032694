import { toShanghaiDate, toShanghaiSecond } from '../../contract/dates.ts';
import { AUDIT_ACTIONS } from '../../contract/audit/enums.ts';
import { CAMPAIGN_PROGRESS } from '../../contract/campaigns/enums.ts';
import type { CampaignMember } from '../../contract/campaigns/replies.ts';
import type { DisciplineRow } from '../../contract/registry/endpoints.ts';
import { APPLICATION_STATES, CERTIFICATE_STANDINGS, ISSUE_STATES, PICKUPS } from '../../contract/certificates/enums.ts';
import { DISCIPLINE_KINDS, DISCIPLINE_STATES, SUBJECT_KINDS } from '../../contract/registry/enums.ts';
import { OUTCOMES, REVIEW_MODES } from '../../contract/review/enums.ts';
import { PAPER_STATES } from '../../contract/papers/enums.ts';
import type { AuditLine } from '../audit/list-audit.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { ApplicationLine } from '../certificates/applying/list-applications.ts';
import { standingOf } from '../certificates/issued/standing.ts';
import type { SheetCell } from '../../platform/xlsx/write-xlsx.ts';
import type { PaperLine } from '../papers/orders/list-papers.ts';

/** A column of an export; cells are text, amounts numbers in yuan. Identity numbers are in none of them. */
export interface ExportColumn<Row> {
  label: string;
  /** In characters. */
  width: number;
  text(row: Row): SheetCell;
}

/** Fen as a number of yuan: people add it up. */
export const yuan = (fen: number): number => fen / 100;

/** yyyy-MM-dd HH:mm:ss in Asia/Shanghai. */
export const time = (instant: number | null) => (instant === null ? '' : toShanghaiSecond(instant));

export const column = <Row>(label: string, width: number, text: (row: Row) => SheetCell): ExportColumn<Row> => ({
  label,
  width,
  text,
});

const standingText = ({ issueState, standing, expiresOn }: ApplicationLine) =>
  issueState === 'issued' && standing !== null
    ? CERTIFICATE_STANDINGS[standingOf({ standing, expiresOn }, clock.today())]
    : '';

export const APPLICATION_COLUMNS: readonly ExportColumn<ApplicationLine>[] = [
  column('编号', 16, (row) => row.number),
  column('申请类型', 30, (row) => row.typeLabel),
  column('会员类别', 10, (row) => SUBJECT_KINDS[row.applicantKind]),
  column('申请人', 30, (row) => row.applicantName),
  column('联系邮箱', 28, (row) => row.email),
  column('申请时间', 20, (row) => time(row.submittedAt)),
  column('审核时间', 20, (row) => time(row.decidedAt)),
  column('审核方式', 10, (row) => REVIEW_MODES[row.reviewMode]),
  column('申请状态', 10, (row) => APPLICATION_STATES[row.state]),
  column('审核结果', 10, (row) => (row.outcome ? OUTCOMES[row.outcome] : '')),
  column('存疑项数', 10, (row) => String(row.doubts - row.contradictions)),
  column('矛盾项数', 10, (row) => String(row.contradictions)),
  column('证明', 10, (row) => (row.issueState ? ISSUE_STATES[row.issueState] : '')),
  column('证明状态', 12, (row) => standingText(row)),
];

export const DISCIPLINE_COLUMNS: readonly ExportColumn<DisciplineRow>[] = [
  column('对象类别', 10, (row) => SUBJECT_KINDS[row.subjectKind]),
  column('对象', 30, (row) => row.subjectName),
  column('证号', 22, (row) => row.subjectLicenceNo),
  column('处分种类', 14, (row) => DISCIPLINE_KINDS[row.kind]),
  column('状态', 10, (row) => DISCIPLINE_STATES[row.state]),
  column('文号', 30, (row) => row.documentNo),
  column('决定日期', 12, (row) => row.decidedOn ?? ''),
  column('生效日期', 12, (row) => row.effectiveFromOn ?? ''),
  column('届满日期', 12, (row) => row.effectiveUntilOn ?? ''),
  column('备注', 30, (row) => row.remark),
];

export const PAPER_COLUMNS: readonly ExportColumn<PaperLine>[] = [
  column('编号', 16, (row) => row.number),
  column('证明类型', 30, (row) => row.typeLabel),
  column('申请人', 30, (row) => row.applicantName),
  column('收件（领取）人', 20, (row) => row.recipient),
  column('份数', 8, (row) => String(row.copies)),
  column('领取方式', 10, (row) => PICKUPS[row.pickup]),
  column('费用（元）', 12, (row) => yuan(row.totalFen)),
  column('状态', 10, (row) => PAPER_STATES[row.state]),
  column('申请时间', 20, (row) => time(row.createdAt)),
  column('快递公司', 18, (row) => row.courier),
  column('快递单号', 22, (row) => row.trackingNo),
];

export const AUDIT_COLUMNS: readonly ExportColumn<AuditLine>[] = [
  column('时间', 20, (row) => time(row.at)),
  column('人员', 14, (row) => row.actor),
  column('操作', 20, (row) => AUDIT_ACTIONS[row.action]),
  column('对象', 40, (row) => row.target),
  column('说明', 60, (row) => row.detail),
  column('来源地址', 18, (row) => row.address),
];

/** 补全与核对名单: as it is now, or as it was when the campaign was closed. */
export const CAMPAIGN_MEMBER_COLUMNS: readonly ExportColumn<CampaignMember>[] = [
  column('姓名', 14, (row) => row.name),
  column('执业证号', 22, (row) => row.licenceNo),
  column('执业机构', 30, (row) => row.firmName),
  column('进度', 12, (row) => CAMPAIGN_PROGRESS[row.state]),
  column('完成日期', 14, (row) => (row.doneAt ? toShanghaiDate(Date.parse(row.doneAt)) : '')),
  column('逾期', 8, (row) => (row.isLate ? '是' : '')),
  column('延期至', 14, (row) => row.dueOn ?? ''),
  column('延期、豁免的理由', 30, (row) => row.reason),
  column('办理人', 12, (row) => row.grantedBy),
];
