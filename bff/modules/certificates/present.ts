import { toIso, toShanghaiDate } from '../../contract/dates.ts';
import type { Page } from '../../contract/endpoint.ts';
import type {
  ApplicationDetail,
  ApplicationRow,
  OwnApplicationRow,
  CertificateTypeReply,
  QueueRow,
  StaffApplicationDetail,
} from '../../contract/certificates/endpoints.ts';
import type {
  FindingReply,
  StaffTimelineEntry,
  TimelineEntry,
  WorkbenchReply,
} from '../../contract/certificates/replies.ts';
import type { ReplacementPreviewReply } from '../../contract/standing/endpoints.ts';
import type { ReviewRule } from '../../contract/review/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { Actor } from '../../actor.ts';
import type { OwnNumbers } from './applying/count-own.ts';
import type { ApplicationLine, OwnLine, QueueLine } from './applying/list-applications.ts';
import type { TimelineFact } from '../timeline/read-timeline.ts';
import type { OfferedType } from './types/find-type.ts';
import type { Application, IssuedCertificate } from './model.ts';
import { isIssued, permits } from './policy.ts';
import { verifyUrl } from './letters/printed-letter.ts';
import { fingerprintOfContent, fingerprintOfShown } from './review/what-was-seen.ts';
import type { Finding } from './rules/rules.ts';
import type { Corrected } from './ended/correct-letter.ts';
import { secondsOf } from './review/read-letter.ts';
import { uncheckedIn, wayOf } from './review/way-of-approval.ts';
import { overruledInWords } from './review/overrule-doubts.ts';
import type { Chain, ShownApplication } from './applying/show-application.ts';
import { standingOf } from './issued/standing.ts';
import { PRIVATE_RULES } from './pre-check/reasons.ts';

/** Paper that was asked for before it could cost anything. */
const FREE = { copyFeeFen: 0, postageFen: 0, totalFen: 0 };

export function presentType({ type, unmet }: OfferedType): CertificateTypeReply {
  return {
    code: type.code,
    label: type.label,
    group: type.groupKey,
    reviewMode: type.reviewMode,
    asks: type.asks,
    unmet,
    notice: type.notice.split('\n').filter((line) => line !== ''),
  };
}

export function presentOwnRow(line: OwnLine): OwnApplicationRow {
  const { names, count } = line.lawyers;
  return { ...presentRow(line), purpose: line.purpose, lawyerNames: names, lawyerCount: count };
}

/** The member's own numbers, and what was applied for last. */
export const presentWorkbench = ({ recent, ...numbers }: OwnNumbers & { recent: OwnLine[] }): WorkbenchReply => ({
  ...numbers,
  recent: recent.map(presentOwnRow),
});

function presentRow(line: ApplicationLine): ApplicationRow {
  const hasDocument = line.issueState === 'issued';
  return {
    id: line.id,
    number: line.number,
    typeCode: line.typeCode,
    typeLabel: line.typeLabel,
    applicantName: line.applicantName,
    email: line.email,
    submittedAt: toIso(line.submittedAt),
    decidedAt: toIso(line.decidedAt),
    state: line.state,
    outcome: line.outcome,
    standing:
      hasDocument && line.standing !== null ? standingOf({ ...line, standing: line.standing }, clock.today()) : null,
    can: { withdraw: line.state === 'pending' || line.state === 'returned', download: hasDocument, mail: hasDocument },
  };
}

/**
 * A row of the review desk.
 * @param overdueBefore what waits since before that instant is overdue
 */
export function presentQueueRow(line: QueueLine, overdueBefore: number): QueueRow {
  const checkable = { ...line, hasFreeText: line.hasFreeText === 1, hasFiles: line.hasFiles === 1 };
  return {
    ...presentRow(line),
    can: { withdraw: false, download: line.issueState === 'issued', mail: false },
    applicantKind: line.applicantKind,
    reviewMode: line.reviewMode,
    doubts: line.doubts - line.contradictions,
    contradictions: line.contradictions,
    way: wayOf(checkable),
    unchecked: uncheckedIn(checkable),
    ageMinutes: Math.floor(
      ((line.decidedAt ?? line.returnedAt ?? clock.now()) - line.submittedAt - line.memberMs) / 60_000,
    ),
    isOverdue: line.state === 'pending' && line.submittedAt + line.memberMs < overdueBefore,
    issueState: line.issueState,
    contentSeen: fingerprintOfContent(line),
  };
}

export function presentPage<Line, Row>(page: Page<Line>, present: (line: Line) => Row): Page<Row> {
  return { ...page, items: page.items.map(present) };
}

/** An application's page as its member sees it. */
export function presentDetail(actor: Actor, shown: ShownApplication): ApplicationDetail {
  const { application, certificate, type, lawyers, events, attachments } = shown;
  const acts = permits(actor, application, certificate);
  return {
    id: application.id,
    number: application.number,
    typeCode: type.code,
    typeLabel: type.label,
    applicantName: application.applicantName,
    email: application.email,
    submittedAt: toIso(application.submittedAt),
    decidedAt: toIso(application.decidedAt),
    state: application.state,
    outcome: application.outcome,
    standing: isIssued(certificate) ? standingOf(certificate, clock.today()) : null,
    can: {
      withdraw: acts.has('withdraw'),
      download: acts.has('download'),
      mail: acts.has('mail'),
      share: acts.has('share'),
      complete: acts.has('complete'),
    },
    returned: presentReturn(application),
    wait: shown.wait,
    reviewMode: application.reviewMode,
    since: application.sinceOn,
    sinceFirstPractice: application.sinceFirstPractice,
    year: application.year,
    country: application.country,
    latinName: application.latinName,
    hasConsent: application.hasConsent,
    purpose: application.purpose,
    freeText: application.freeText,
    remark: application.remark,
    paper: application.paper && { fees: FREE, ...application.paper, progress: shown.paperProgress },
    lawyers,
    attachments,
    opinion: application.opinion,
    findings: presentFindings(actor, application),
    timeline: events.map((event) => presentEvent(actor, event)),
    issueState: application.outcome === 'approved' ? (certificate?.issueState ?? null) : null,
    certificate: isIssued(certificate) ? presentCertificate(certificate, shown.chain) : null,
  };
}

/** As staff see it: every finding in full, who decided, and what comes next. */
export function presentStaffDetail(
  actor: Actor,
  shown: ShownApplication,
  { nextPendingId, openMatters }: Pick<StaffApplicationDetail, 'nextPendingId' | 'openMatters'>,
): StaffApplicationDetail {
  const acts = permits(actor, shown.application, shown.certificate);
  return {
    ...presentDetail(actor, shown),
    timeline: presentStaffTimeline(actor, shown),
    applicantKind: shown.application.applicantKind,
    applicantId: shown.application.applicantId,
    decidedBy: shown.application.decidedBy,
    nextPendingId,
    doubtsSeen: fingerprintOfShown(shown.application),
    wording: shown.wording && { typeId: shown.type.id, id: shown.wording.id, version: shown.wording.version },
    permits: {
      approve: acts.has('approve'),
      reject: acts.has('reject'),
      return: acts.has('return'),
      retryIssue: acts.has('retry-issue'),
      revoke: acts.has('revoke'),
      replace: acts.has('replace'),
    },
    hasFreeText: shown.type.asks.includes('freeText'),
    openMatters,
  };
}

function presentReturn(application: Application): ApplicationDetail['returned'] {
  const { state, returnedAt, returnedUntil, returnReason: reason, returnRequest: request } = application;
  if (state !== 'returned' || returnedAt === null || returnedUntil === null) return null;
  // It ends with that day: at its last instant it is still the same date.
  return { reason, request, at: toIso(returnedAt), lastDay: toShanghaiDate(returnedUntil - 1) };
}

function presentCertificate(certificate: IssuedCertificate, chain: Chain): ApplicationDetail['certificate'] {
  return {
    standing: standingOf(certificate, clock.today()),
    standingAt: toIso(certificate.standingAt),
    standingReason: certificate.standingReason,
    expiresOn: certificate.expiresOn,
    replaces: chain.replaces,
    replacedBy: chain.replacedBy,
    issuedAt: toIso(certificate.issuedAt),
    verifyUrl: verifyUrl(certificate.token),
    verifyCode: certificate.code,
    sha256: certificate.sha256,
    pages: certificate.pages,
  };
}

/** Members see why theirs went to a person, but not other people's data (certificates.md, Review); staff see all. */
function presentFindings(actor: Actor, application: Application): FindingReply[] {
  const isOwn = ({ subject }: Finding) =>
    subject === null || (subject.kind === application.applicantKind && subject.id === application.applicantId);
  const isOpen = (finding: Finding) => actor.kind === 'staff' || isOwn(finding) || !PRIVATE_RULES.has(finding.rule);
  const hidden = new Map<ReviewRule, FindingReply>();
  const shown: FindingReply[] = [];
  for (const finding of application.findings) {
    if (isOpen(finding)) shown.push(presentFinding(finding));
    else
      hidden.set(finding.rule, { ...presentFinding(finding), subject: '', datum: '涉及他人信息，由协会工作人员核实' });
  }
  return [...shown, ...hidden.values()];
}

/** What the reviewer confirms: names of a roster without its numbers. */
export function presentReplacement({ letter, doubts, fingerprint }: Corrected): ReplacementPreviewReply {
  return {
    paragraphs: letter.paragraphs,
    applicantPurpose: letter.applicantPurpose ?? null,
    roster: letter.roster && { title: letter.roster.title, names: letter.roster.rows.map(([, name = '']) => name) },
    issuedOn: letter.issuedOn,
    doubts: doubts.map(presentFinding),
    seen: fingerprint,
  };
}

function presentFinding({ rule, result, subject, datum, source, readAt }: Finding): FindingReply {
  return {
    rule,
    result,
    subjectKind: subject?.kind ?? null,
    subject: subject?.name ?? '',
    datum,
    source,
    readAt: toIso(readAt),
  };
}

/** Who has read the letter, and how doubts were settled: before the decision that rests on it. */
function presentStaffTimeline(actor: Actor, { events, overruled, readings }: ShownApplication): StaffTimelineEntry[] {
  const inner: StaffTimelineEntry[] = [
    ...readings.map((reading) => ({
      event: 'letter_read' as const,
      at: toIso(reading.readAt ?? reading.openedAt),
      by: reading.byName,
      note: `${secondsOf(reading)}秒`,
    })),
    ...overruled.map((doubt) => ({
      event: 'overruled' as const,
      at: toIso(doubt.at),
      by: doubt.byName,
      note: overruledInWords(doubt),
    })),
  ];
  const shown: StaffTimelineEntry[] = events.map((event) => presentEvent(actor, event));
  const decision = shown.findIndex(({ event }) => ENDS_REVIEW.has(event));
  const place = decision === -1 ? shown.length : decision;
  return [...shown.slice(0, place), ...inner, ...shown.slice(place)];
}
const ENDS_REVIEW: ReadonlySet<StaffTimelineEntry['event']> = new Set(['approved', 'rejected', 'withdrawn'] as const);

function presentEvent(actor: Actor, event: TimelineFact<'application'>): TimelineEntry {
  const isHidden = event.byKind === 'staff' && actor.kind !== 'staff';
  return {
    event: event.event,
    at: toIso(event.at),
    by: isHidden ? '协会工作人员' : event.byName,
    note: event.note,
  };
}
