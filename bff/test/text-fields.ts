import type { ZodType } from 'zod';

/** The parts of a zod schema that hold other schemas; zod types them for its own use only. */
interface Definition {
  type: string;
  shape?: Record<string, ZodType>;
  innerType?: ZodType;
  in?: ZodType;
  element?: ZodType;
  options?: readonly ZodType[];
}
const definitionOf = (schema: ZodType) => schema.def as unknown as Definition;

/** Where text may stand in what a schema reads: paths of keys, `0` for the members of a list. */
export function textFields(schema: ZodType, path: string[] = []): string[][] {
  const { type, shape, innerType, in: input, element, options } = definitionOf(schema);
  if (type === 'string' || type === 'enum' || type === 'literal') return [path];
  const below = [
    ...Object.entries(shape ?? {}).flatMap(([key, field]) => textFields(field, [...path, key])),
    ...(innerType ? textFields(innerType, path) : []),
    ...(input ? textFields(input, path) : []),
    ...(element ? textFields(element, [...path, '0']) : []),
    ...(options ?? []).flatMap((option) => textFields(option, path)),
  ];
  return [...new Map(below.map((found) => [found.join('.'), found])).values()];
}

/** A copy of a form in which one field says something else; what is missing on the way is made. */
export function withField(form: unknown, [key, ...rest]: readonly string[], value: string): unknown {
  if (key === undefined) return value;
  if (key === '0') return [withField(Array.isArray(form) ? form[0] : undefined, rest, value)];
  const fields = typeof form === 'object' && form !== null ? (form as Record<string, unknown>) : {};
  return { ...fields, [key]: withField(fields[key], rest, value) };
}
