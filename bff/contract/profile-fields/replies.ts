import { z } from 'zod';
import { oneOf, reply } from '../reply-parts.ts';
import { FIELD_USES } from './enums.ts';
import { DEMANDABLE, type DocumentKind } from './policy.ts';

const added = z.record(z.string(), z.strictObject({ label: z.string(), isOffered: z.boolean() }));

/** By `section.field`; what is absent is as it is shipped. */
export const fieldSettings = z.record(
  z.string(),
  z.strictObject({ use: oneOf(FIELD_USES).optional(), hint: z.string().optional(), added: added.optional() }),
);

const profilePolicy = z.strictObject({
  documents: z.array(z.enum(DEMANDABLE as [DocumentKind, ...DocumentKind[]])),
  serviceHours: z.int(),
  serviceCases: z.int(),
  passesByItself: z.boolean(),
});

export const fieldSettingsReply = reply('FieldSettings', {
  version: z.int(),
  fields: fieldSettings,
  policy: profilePolicy,
});
export type FieldSettingsReply = z.infer<typeof fieldSettingsReply>;
