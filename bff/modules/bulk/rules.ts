import type { BulkOutcome } from '../../contract/bulk/enums.ts';
import type { ApplicationState, IssueState } from '../../contract/certificates/enums.ts';
import type { Outcome } from '../../contract/review/enums.ts';

/** What one lawyer's line says, from its item and, once submitted, its application. */
export function outcomeOf(line: {
  itemState: 'waiting' | 'submitted' | 'failed';
  state: ApplicationState | null;
  decided: Outcome | null;
  issueState: IssueState | null;
}): BulkOutcome {
  if (line.itemState === 'failed') return 'failed';
  if (line.itemState === 'waiting' || line.state === null) return 'waiting';
  if (line.state === 'withdrawn' || line.state === 'returned' || line.state === 'lapsed') return line.state;
  if (line.state === 'pending') return 'to_person';
  if (line.decided === 'rejected') return 'rejected';
  return line.issueState === 'issued' ? 'issued' : 'approved';
}

/** What Windows, macOS and unpackers refuse in a file name, and what changes the direction of the text. */
const UNSAFE = /[\\/:*?"<>|\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Name of a certificate inside the ZIP: 姓名-执业证号-编号.pdf. */
export function entryName(line: { name: string; licenceNo: string; number: string }): string {
  return `${[line.name, line.licenceNo, line.number].map((part) => part.replace(UNSAFE, '_').trim()).join('-')}.pdf`;
}
