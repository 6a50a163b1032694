import { camel, pascal, snake, upper, type Words } from './words.ts';

/** What the server has of a new module, its migration besides: text by path. */
export function serverFiles({ module, one, label, migration }: Words): Record<string, string> {
  const [Many, One] = [pascal(module), pascal(one)];
  const [many, a] = [camel(module), camel(one)];
  const folder = `bff/modules/${module}`;
  return {
    [`bff/migrations/${migration}-${module}.ts`]: `import type { QueryInterface } from 'sequelize';
import { id, instant, integer, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** ${label}. */
export async function up(q: QueryInterface): Promise<void> {
  const columns = { id: id(), name: text(60), version: integer(), updated_at: instant() };
  await createTable(q, '${snake(module)}', columns, { indexes: [['name']] });
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, '${snake(module)}');
}
`,
    [`${folder}/model.ts`]: `import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id, number, string } from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';

/** ${label}. */
export class ${One} extends Model<InferAttributes<${One}>, InferCreationAttributes<${One}>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare version: number;
  declare updatedAt: number;
}
defineModel(
  ${One},
  { id: id(), name: string(), version: number(), updatedAt: number() },
  { tableName: '${snake(module)}' },
);
`,
    [`${folder}/present.ts`]: `import { toIso } from '../../contract/dates.ts';
import type { ${One} as ${One}Reply } from '../../contract/${module}/replies.ts';
import type { ${One} } from './model.ts';

/** ${label}, as staff read it. */
export const present${One} = ({ id, name, version, updatedAt }: ${One}): ${One}Reply => ({
  id,
  name,
  version,
  updatedAt: toIso(updatedAt),
});
`,
    [`${folder}/list-${module}.ts`]: `import { MAX_${upper(module)} } from '../../contract/${module}/limits.ts';
import { ${One} } from './model.ts';

/** All of ${label}, by name. */
export async function list${Many}(): Promise<${One}[]> {
  return ${One}.findAll({ order: ['name'], limit: MAX_${upper(module)} });
}
`,
    [`${folder}/write-${one}.ts`]: `import type { StaffActor } from '../../actor.ts';
import { MAX_${upper(module)} } from '../../contract/${module}/limits.ts';
import type { ${[`${One}Input`, `Update${One}Parsed`].sort().join(', ')} } from '../../contract/${module}/schemas.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { ${One} } from './model.ts';

/** Adds one. Throws \`wrong_state\` where there are too many. */
export async function create${One}({ actor, input }: { actor: StaffActor; input: ${One}Input }): Promise<${One}> {
  return transaction(async (t) => {
    if ((await ${One}.count({ transaction: t })) >= MAX_${upper(module)}) {
      throw new AppError('wrong_state', { message: \`${label}最多\${MAX_${upper(module)}}项\` });
    }
    const row = await ${One}.create({ ...input, version: 1, updatedAt: clock.now() }, { transaction: t });
    const line = { action: '${one}.created', targetKind: '${one}', targetId: row.id, target: row.name } as const;
    await writeAudit({ actor, ...line }, t);
    return row;
  });
}

/** Changes one that the actor saw. Throws \`not_found\`, \`changed_meanwhile\`. */
export async function update${One}(changed: {
  actor: StaffActor;
  id: number;
  input: Update${One}Parsed;
}): Promise<${One}> {
  const { actor, id, input } = changed;
  const { version, ...${a} } = input;
  return transaction(async (t) => {
    const row = await ${One}.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (!row) throw new AppError('not_found');
    if (row.version !== version) throw new AppError('changed_meanwhile');
    await row.update({ ...${a}, version: version + 1, updatedAt: clock.now() }, { transaction: t });
    const line = { action: '${one}.updated', targetKind: '${one}', targetId: id, target: row.name } as const;
    await writeAudit({ actor, ...line }, t);
    return row;
  });
}
`,
    [`${folder}/routes.ts`]: `import { ${many}Endpoints as endpoints } from '../../contract/${module}/endpoints.ts';
import * as replies from '../../contract/${module}/replies.ts';
import * as schemas from '../../contract/${module}/schemas.ts';
import { idParams, route } from '../../http/route.ts';
import { list${Many} } from './list-${module}.ts';
import { present${One} } from './present.ts';
import { create${One}, update${One} } from './write-${one}.ts';

/** ${label}. */
export const ${many}Routes = [
  route(endpoints.list${Many}, { reply: replies.${many} }, async () => ({
    items: (await list${Many}()).map(present${One}),
  })),
  route(endpoints.create${One}, { body: schemas.create${One}, reply: replies.${a} }, async ({ actor, body }) =>
    present${One}(await create${One}({ actor, input: body })),
  ),
  route(
    endpoints.update${One},
    { params: idParams, body: schemas.update${One}, reply: replies.${a} },
    async ({ actor, params, body }) => present${One}(await update${One}({ actor, id: params.id, input: body })),
  ),
];
`,
    [`${folder}/permissions.ts`]: `import { staffActor } from '../../test/factories/registry.ts';
import { staff, type Row } from '../../test/permissions/row.ts';
import { ${One} } from './model.ts';
import { create${One} } from './write-${one}.ts';

const BODY = { name: '甲' };
/** Whoever tries five hundred names fills the list to its limit: it is emptied first. */
async function written(): Promise<number> {
  await ${One}.destroy({ where: {} });
  return (await create${One}({ actor: staffActor('service'), input: { name: '乙' } })).id;
}

/** The desk keeps ${label}. */
export const PERMISSIONS: Record<string, Row> = {
  list${Many}: { realm: 'staff', passes: staff('service') },
  create${One}: {
    realm: 'staff',
    passes: staff('service'),
    call: async () => {
      await ${One}.destroy({ where: {} });
      return { body: BODY };
    },
  },
  update${One}: {
    realm: 'staff',
    passes: staff('service'),
    hasObject: true,
    call: async () => ({ params: { id: await written() }, body: { ...BODY, version: 1 } }),
  },
};
`,
    [`${folder}/${module}.test.ts`]: `import { expect, test } from '@jest/globals';
import '../../models.ts';
import { ${many}Endpoints as endpoints } from '../../contract/${module}/endpoints.ts';
import type { ${[One, Many].sort().join(', ')} } from '../../contract/${module}/replies.ts';
import { useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { staffToken } from '../../test/trouble/trouble.ts';

useDatabase();
const api = useApi();

test('the desk adds to ${label} and changes it; whoever saw an older version is told', async () => {
  const as = await staffToken('service');
  const added = await api.call(endpoints.create${One}, { as, body: { name: '甲' } });
  const { id, version } = added.json as unknown as ${One};
  const change = (name: string) =>
    api.call(endpoints.update${One}, { as, params: { id }, body: { name, version } });
  expect((await change('乙')).status).toBe(200);
  const late = await change('丙');
  expect([late.status, late.json.error?.code]).toEqual([409, 'changed_meanwhile']);
  const { items } = (await api.call(endpoints.list${Many}, { as })).json as unknown as ${Many};
  expect(items).toMatchObject([{ name: '乙', version: 2 }]);
});

test('without a name it is refused, and the field is told', async () => {
  const as = await staffToken('service');
  const refused = await api.call(endpoints.create${One}, { as, body: { name: ' ' } });
  expect([refused.status, Object.keys(refused.json.error?.fields ?? {})]).toEqual([422, ['name']]);
});
`,
  };
}
