import type { AuditReport } from './verify-audit.ts';

/** Lines of one kind that are told one by one. */
const TOLD = 20;

/** What is wrong with the log, for staff; empty: it is what was written. */
export function faultsInWords({ altered, broken }: Pick<AuditReport, 'altered' | 'broken'>): string[] {
  return [
    ...altered.slice(0, TOLD).map((id) => `操作日志第 ${id} 条被改动，或不是本系统写入的`),
    ...(altered.length > TOLD ? [`另有 ${altered.length - TOLD} 条操作日志被改动`] : []),
    ...broken.slice(0, TOLD).map(({ from, until }) => `操作日志第 ${from} 至 ${until} 位被删除、插入或调换`),
    ...(broken.length > TOLD ? [`操作日志另有 ${broken.length - TOLD} 处断开`] : []),
  ];
}
