import { camel, pascal, upper, type Words } from './words.ts';

/** What server and clients share of a new module: text by path. */
export function contractFiles({ module, one, label }: Words): Record<string, string> {
  const [Many, One] = [pascal(module), pascal(one)];
  const folder = `bff/contract/${module}`;
  return {
    [`${folder}/limits.ts`]: `/** Limits of ${label}, in characters as people count them. */
export const MAX_${upper(one)}_NAME = 60;
/** More of them nobody reads in one list. */
export const MAX_${upper(module)} = 300;
`,
    [`${folder}/replies.ts`]: `import { z } from 'zod';
import { instant, reply } from '../reply-parts.ts';

/** ${label}, as staff read it. */
export const ${camel(one)} = reply('${One}', {
  id: z.int(),
  name: z.string(),
  version: z.int(),
  updatedAt: instant,
});
export type ${One} = z.infer<typeof ${camel(one)}>;

export const ${camel(module)} = reply('${Many}', { items: z.array(${camel(one)}) });
export type ${Many} = z.infer<typeof ${camel(module)}>;
`,
    [`${folder}/schemas.ts`]: `import { z } from 'zod';
import { requiredLine, seenVersion } from '../fields.ts';
import { MAX_${upper(one)}_NAME } from './limits.ts';

const ${camel(one)} = { name: requiredLine('名称', MAX_${upper(one)}_NAME) };

export const create${One} = z.strictObject(${camel(one)});
export type Create${One} = z.input<typeof create${One}>;
export type ${One}Input = z.output<typeof create${One}>;

export const update${One} = z.strictObject({ ...${camel(one)}, version: seenVersion });
export type Update${One} = z.input<typeof update${One}>;
export type Update${One}Parsed = z.output<typeof update${One}>;
`,
    [`${folder}/endpoints.ts`]: `import { endpoint } from '../endpoint.ts';
import type { ${[One, Many].sort().join(', ')} } from './replies.ts';
import type { Create${One}, Update${One} } from './schemas.ts';

export type * from './replies.ts';

export const ${camel(module)}Endpoints = {
  list${Many}: endpoint<{ reply: ${Many} }>()({
    method: 'GET',
    path: '/staff/${module}',
    access: ['service'],
    summary: 'All of ${label}, by name',
  }),
  create${One}: endpoint<{ body: Create${One}; reply: ${One} }>()({
    method: 'POST',
    path: '/staff/${module}',
    access: ['service'],
    summary: 'Adds to ${label}',
  }),
  update${One}: endpoint<{ params: { id: string }; body: Update${One}; reply: ${One} }>()({
    method: 'PUT',
    path: '/staff/${module}/:id',
    access: ['service'],
    summary: 'Changes one of ${label} that the caller has seen',
  }),
} as const;
`,
  };
}
