import { z, type ZodType } from 'zod';
import { zhCN } from 'zod/locales';
import type { FieldFaults } from '../contract/errors.ts';
import { hiddenFaults } from '../contract/hidden-characters.ts';
import { AppError } from '../errors.ts';

// Messages that a schema does not word itself come in Chinese as well.
z.config(zhCN());

/**
 * Parses a body or query; throws `invalid_fields` with every fault by field path (`paper.copies`). Characters that nobody
 * sees are a fault in every field, also where a schema would trim or ignore them.
 */
export async function validate<S extends ZodType>(schema: S, value: unknown): Promise<z.output<S>> {
  const parsed = await schema.safeParseAsync(value);
  const fields = { ...hiddenFaults(value), ...(parsed.success ? {} : toFieldFaults(parsed.error)) };
  if (parsed.success && Object.keys(fields).length === 0) return parsed.data;
  throw new AppError('invalid_fields', { fields });
}

/** Nobody mistypes more keys than this; a body made of thousands would be answered by several times as much. */
const UNKNOWN_KEYS_NAMED = 20;

/** First fault of each field; unknown keys are named one by one. */
export function toFieldFaults(error: z.ZodError): FieldFaults {
  const faults: FieldFaults = Object.create(null) as FieldFaults;
  const add = (path: readonly PropertyKey[], message: string) => {
    const key = path.map(String).join('.') || '_';
    faults[key] ??= message;
  };
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys.slice(0, UNKNOWN_KEYS_NAMED)) add([...issue.path, key], '不支持的字段');
    } else {
      add(issue.path, issue.message);
    }
  }
  return { ...faults };
}
