/** Process that opens and saves one lawyer's 信息补全 again and again, on SQLite, and counts what it asks of the database. */
import '../../../bff/connections.ts';
import '../../../bff/models.ts';
import type { LawyerActor } from '../../../bff/actor.ts';
import { SELF, type Row } from '../../../bff/contract/form-reading/fields.ts';
import { SECTION_KEYS, type SectionKey } from '../../../bff/contract/profile/profile.ts';
import type { SaveSectionParsed } from '../../../bff/contract/profile/schemas.ts';
import { showOwnProfile } from '../../../bff/modules/profiles/drafts/read-profile.ts';
import { saveSection } from '../../../bff/modules/profiles/drafts/save-section.ts';
import { database } from '../../../bff/platform/db/database.ts';
import { migrate } from '../../../bff/platform/db/migrate.ts';
import { kv } from '../../../bff/platform/kv/kv.ts';
import { seedBulkRegistry } from '../../seed/bulk/registry.ts';
import { cpuOf } from '../cpu.ts';

export interface ProfilesReport {
  /** CPU ms of each opening and each save. */
  opening: number[];
  saving: number[];
  /** Statements on `profile_sections`: of one opening, and those of one save that write anything at all. */
  reads: string[];
  writes: string[];
}

const WARM_UP = 100;
const ROUNDS = 20;
const EACH = 20;

await database.open();
await migrate();
const [lawyer] = (await seedBulkRegistry(20)).lawyers;
if (!lawyer) throw new Error('no lawyer');
const { id: lawyerId, name } = lawyer.facts;
const actor: LawyerActor = { kind: 'lawyer', accountId: lawyer.accountId, name, address: '', lawyerId };

/** Twelve rows of a list, as somebody with a career has them. */
const career: Row[] = Array.from({ length: 12 }, (_, n) => ({
  id: `w${n}`,
  values: {
    fromOn: `${2000 + n}-01-01`,
    untilOn: `${2000 + n}-12-31`,
    employer: '江海港务集团有限公司',
    department: '法务部',
    position: '法务专员',
    kind: 'state_owned',
  },
}));
const versions = new Map<SectionKey, number>();
async function save(key: SectionKey, rows: readonly Row[]): Promise<void> {
  const version = versions.get(key) ?? 0;
  await saveSection({ actor, key, input: { version, rows, saidNone: rows.length === 0 } as SaveSectionParsed });
  versions.set(key, version + 1);
}
for (const key of SECTION_KEYS.filter((one) => one !== 'party')) {
  await save(key, key === 'work' ? career : key === 'basic' ? [{ id: SELF, values: { strengths: '公司' } }] : []);
}

const open = () => showOwnProfile({ actor });
const type = () => save('work', career);
const many = (act: () => Promise<unknown>) => async () => {
  for (let n = 0; n < EACH; n++) await act();
};
for (let n = 0; n < WARM_UP; n++) {
  await open();
  await type();
}
const [opening, saving]: [number[], number[]] = [[], []];
for (let round = 0; round < ROUNDS; round++) {
  opening.push((await cpuOf(many(open))) / EACH);
  saving.push((await cpuOf(many(type))) / EACH);
}
const asked = async (act: () => Promise<unknown>) => {
  const heard: string[] = [];
  // Sequelize's types leave its options out.
  const { options } = database.sequelize as unknown as { options: { logging: false | ((sql: string) => void) } };
  const before = options.logging;
  options.logging = (sql) => heard.push(sql.replace(/^Executing \([^)]*\): /, ''));
  await act();
  options.logging = before;
  return heard;
};
const reads = (await asked(open)).filter((sql) => sql.includes('profile_sections'));
const writes = (await asked(type)).filter((sql) => /^(?:INSERT|UPDATE|DELETE|REPLACE)/i.test(sql));
process.send?.({ opening, saving, reads, writes } satisfies ProfilesReport);
await kv.close();
await database.close();
process.disconnect();
