import type { ReactNode } from 'react';
import type { Endpoint } from '../../../bff/contract/endpoint.ts';
import type { MemberRecord } from '../../../bff/contract/records/endpoints.ts';
import type { SubjectKind } from '../../../bff/contract/registry/enums.ts';
import type { FieldSpec } from '../../ui/form/form-fields.tsx';

type ById = { id: string };

/** How staff see and keep one kind of record about members; the pages are the same for all kinds. */
export interface RecordSpec<Row extends MemberRecord, Values extends object> {
  /** In the address: /records/<slug>/7/edit. */
  slug: string;
  label: string;
  /** One sentence where there is none. */
  empty: string;
  endpoints: {
    show: Endpoint<{ params: ById; reply: Row }>;
    create: Endpoint<{ body: object; reply: Row }>;
    update: Endpoint<{ params: ById; body: object; reply: Row }>;
    remove: Endpoint<{ params: ById; query: { version: unknown }; reply: null }>;
  };
  /** `about` null: the member is chosen in the form. */
  fields(about: SubjectKind | null): readonly FieldSpec<Values>[];
  initial(): Values;
  toValues(row: Row): Values;
  /** As typed; the server names what is missing or wrong. */
  toInput(values: Values): object;
  /** What people call it by, in a question or a link: 2025年度考核. */
  nameOf(row: Row): string;
  /** The row in a member's list. */
  summary(row: Row): ReactNode;
}

/** A spec whose rows and values only its own functions know. */
export type AnyRecordSpec = RecordSpec<MemberRecord, Record<string, unknown>>;

/** Latest first, dates of a period as people read them. */
export const periodText = ({ fromOn, untilOn }: { fromOn: string; untilOn: string | null }) =>
  untilOn ? `${fromOn} 至 ${untilOn}` : `${fromOn} 至今`;
