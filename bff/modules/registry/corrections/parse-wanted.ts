import type { ZodType } from 'zod';
import { AppError } from '../../../errors.ts';

/**
 * The wanted value as the form of the registry page takes it; a field without a schema is told in words, which stay as
 * they are. Throws `invalid_fields` with the words of that form.
 */
export function parseWanted(schemas: Readonly<Record<string, ZodType<string>>>, field: string, wanted: string): string {
  const schema = Object.hasOwn(schemas, field) ? schemas[field] : undefined;
  if (!schema) return wanted;
  const parsed = schema.safeParse(wanted);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid_fields', { fields: { wanted: parsed.error.issues[0]?.message ?? '请检查填写的内容' } });
}
