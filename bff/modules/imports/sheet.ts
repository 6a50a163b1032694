import type { ImportKind } from '../../contract/imports/enums.ts';
import type { StaffActor } from '../../actor.ts';

/** A file that somebody of the staff brings in. */
export interface Sheet {
  actor: StaffActor;
  kind: ImportKind;
  name: string;
  bytes: Buffer;
}

/** A file name as the log shows it: whatever it holds, one short line. */
export const shownName = (name: string) => [...name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')].slice(0, 80).join('');
