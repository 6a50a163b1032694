import type { FormField } from './schemas.ts';

/** A question with the option that was chosen before, which may stay although it is no longer offered. Pure. */
export function withChosen(field: FormField, chosen: string | number | boolean | undefined): FormField {
  const isKept = field.kind === 'choice' && typeof chosen === 'string' && !field.choices.includes(chosen);
  return isKept ? { ...field, choices: [...field.choices, chosen] } : field;
}
