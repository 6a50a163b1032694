import { z } from 'zod';
import { ERRORS, type ErrorCode } from './errors.ts';

/**
 * The parts of replies. A reply is a strict object: a field that its schema does not name fails every test that gets it
 * (bff/test/check-reply.ts). The schemas document, too (bff/http/openapi.ts); while serving they cost nothing.
 */

/** Schemas that OpenAPI shows once, as components with these names; a generated client has types of the same names. */
export const NAMED = z.registry<{ id: string }>();

/** A schema with a name in OpenAPI. */
export function named<S extends z.ZodType>(id: string, schema: S): S {
  NAMED.add(schema, { id });
  return schema;
}

/** An object with these fields and no others, with a name in OpenAPI. */
export const reply = <Shape extends z.core.$ZodLooseShape>(id: string, shape: Shape) =>
  named(id, z.strictObject(shape));

/** The act is done, and there is nothing to say. */
export const nothing = z.null();

/** A moment: 2026-01-31T08:00:00.000Z. */
export const instant = named('Instant', z.iso.datetime({ precision: 3 }));

/** yyyy-MM-dd. */
export const day = named('PlainDate', z.iso.date());

/** A key of a contract table. */
export const oneOf = <T extends object>(table: T) => z.enum(Object.keys(table) as (keyof T & string)[]);

/** A page of a list, as `Page` of endpoint.ts says. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable(), total: z.int(), totalIsCapped: z.boolean() });

/** The body of every reply with a status of 400 or more. */
export const errorReply = reply('Error', {
  error: z.strictObject({
    code: z.enum(Object.keys(ERRORS) as ErrorCode[]),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
    requestId: z.string(),
  }),
});
export type ErrorReply = z.infer<typeof errorReply>;
