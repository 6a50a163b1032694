import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import type { CorrectionFieldKey } from '../../../contract/corrections/enums.ts';
import type { IdentityKind, SubjectKind } from '../../../contract/registry/enums.ts';
import { port } from '../../../port.ts';
import type { Subjects } from '../facts/lock-subjects.ts';

/** What is registered of a subject, in the form of the registry, by field; '' where a list or nothing is. */
export type Registered = Readonly<Partial<Record<CorrectionFieldKey, string>>>;

/** The number of a document as staff have read it off its picture. */
export interface IdentityRead {
  kind: IdentityKind;
  number: string;
}

/** What can be corrected: how it is read, and the act that carries a correction out. */
export interface Correctable {
  /** Rows that are locked before it is written: a lawyer's firm too, and the one moved to. Throws `not_found`. */
  subjects(id: number, change: { field: CorrectionFieldKey; wanted: string }, t: Transaction): Promise<Subjects>;
  /** Name, number, version and what is registered now. Throws `not_found`. */
  read(
    id: number,
    t?: Transaction,
  ): Promise<{ name: string; licenceNo: string; version: number; registered: Registered }>;
  /** The wanted value as the registry would keep it, of the subject `id`. Throws `invalid_fields` about `wanted`. */
  parse(field: CorrectionFieldKey, wanted: string, t: Transaction, id: number): Promise<string>;
  /** The act of the registry page, with its checks; the subject is locked. Throws what it throws. */
  carryOut(
    correction: {
      actor: StaffActor;
      id: number;
      field: CorrectionFieldKey;
      wanted: string;
      identity: IdentityRead | null;
      /** Why, for the log. */
      ground: string;
    },
    t: Transaction,
  ): Promise<void>;
}

/** Kind of correction → what answers for it: `corrections.ts`. */
export const correctables = port<Readonly<Record<SubjectKind, Correctable>>>('corrections.ts');
