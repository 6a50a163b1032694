import type { LawyerActor } from '../../../../bff/actor.ts';
import { SELF, type Row } from '../../../../bff/contract/form-reading/fields.ts';
import { SECTION_KEYS, type SectionKey } from '../../../../bff/contract/profile/profile.ts';
import type { SaveSectionParsed } from '../../../../bff/contract/profile/schemas.ts';
import { saveSection } from '../../../../bff/modules/profiles/drafts/save-section.ts';
import { seedBulkRegistry } from '../../../seed/bulk/registry.ts';
import { signInForBench } from '../sign-in-for-bench.ts';

/** Twelve rows of a list, as somebody with a career has them. */
export const CAREER: readonly Row[] = Array.from({ length: 12 }, (_, n) => ({
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

/** A lawyer in an empty database who has filled in 信息补全, signed in, and how to save another section. */
export async function lawyerWhoHasFilledIn() {
  const [lawyer] = (await seedBulkRegistry(20)).lawyers;
  if (!lawyer) throw new Error('no lawyer');
  const { id: lawyerId, name } = lawyer.facts;
  const actor: LawyerActor = { kind: 'lawyer', accountId: lawyer.accountId, name, address: '', lawyerId };
  const versions = new Map<SectionKey, number>();
  async function save(key: SectionKey, rows: readonly Row[]): Promise<number> {
    const version = versions.get(key) ?? 0;
    await saveSection({ actor, key, input: { version, rows, saidNone: rows.length === 0 } as SaveSectionParsed });
    versions.set(key, version + 1);
    return version + 1;
  }
  for (const key of SECTION_KEYS.filter((one) => one !== 'party')) {
    await save(key, key === 'work' ? CAREER : key === 'basic' ? [{ id: SELF, values: { strengths: '公司' } }] : []);
  }
  const [bearer = ''] = await signInForBench([lawyer.accountId]);
  return { actor, bearer, save };
}
