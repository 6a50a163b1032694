import type { Transaction } from 'sequelize';
import type { MemberActor } from '../../../actor.ts';
import { valueWords } from '../../../contract/form-reading/words.ts';
import type { Value } from '../../../contract/forms/language.ts';
import type { ProfileState } from '../../../contract/profile/enums.ts';
import { profileSection } from '../../../contract/profile/profile.ts';
import { AppError } from '../../../errors.ts';
import { ofProfile } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { readFacts } from '../facts/read-facts.ts';
import { Profile } from '../model.ts';
import { lockOwn } from '../policy.ts';
import { readInForce } from './in-force.ts';

/** What the registry says otherwise than when a profile was approved. */
export interface RegistryChange {
  label: string;
  before: string;
  after: string;
}

/** Throws `not_found` where nothing was approved yet; answers nothing that changed then. */
export async function readRegistryChanges(
  lawyerId: number,
): Promise<{ version: number; state: ProfileState; registryChanges: RegistryChange[] }> {
  const profile = await Profile.findOne({ where: { lawyerId } });
  const none = { version: profile?.version ?? 0, state: profile?.state ?? 'untouched', registryChanges: [] } as const;
  if (!profile || profile.approvedSnapshotId === null) return { ...none, registryChanges: [] };
  return { ...none, registryChanges: await differing(profile) };
}

async function differing(profile: Profile, t?: Transaction): Promise<RegistryChange[]> {
  const { snapshot } = await readInForce(profile, t);
  const { given } = await readFacts(profile.lawyerId, t);
  const words = (key: string, value: Value | undefined) => {
    const field = profileSection('basic').fields.find((one) => one.key === key);
    return value === undefined || !field ? '' : valueWords(field, value);
  };
  return Object.keys({ ...snapshot.content.given, ...given }).flatMap((key) => {
    const [before, after] = [words(key, snapshot.content.given[key]), words(key, given[key])];
    const label = profileSection('basic').fields.find((one) => one.key === key)?.label;
    return label === undefined || before === after ? [] : [{ label, before, after }];
  });
}

/**
 * Takes the member's word that what is in force is still true. Answers a function that writes this down, for the module
 * that asked for it. Throws `wrong_state`, `changed_meanwhile`, `invalid_fields`.
 */
export async function confirmInForce(
  asked: { actor: MemberActor; lawyerId: number; version: number; checkedRegistry: boolean },
  t: Transaction,
): Promise<{ note(): Promise<void> }> {
  const { actor, lawyerId, version, checkedRegistry } = asked;
  const profile = await lockOwn(lawyerId, t);
  if (profile?.state !== 'approved') {
    throw new AppError('wrong_state', { message: '信息补全尚未通过审核，请先完成信息补全' });
  }
  if (profile.version !== version) throw new AppError('changed_meanwhile', { message: '信息刚有变更，请重新核对' });
  const [first] = await differing(profile, t);
  if (first && !checkedRegistry) {
    throw new AppError('invalid_fields', { fields: { checkedRegistry: `${first.label}已变更，请先核对此项` } });
  }
  // `readInForce` has compared the snapshot with its hash.
  const { snapshot } = await readInForce(profile, t);
  return {
    async note() {
      await writeEvent({ subject: ofProfile(profile.id), event: 'confirmed', by: actor }, t);
      const { given } = snapshot.content;
      const target = `${String(given['name'])}（${String(given['licenceNo'])}）`;
      const evidence = JSON.stringify({ number: snapshot.number, hash: snapshot.hash });
      const line = { action: 'profile.yearly-confirmed', targetKind: 'profile', targetId: profile.id } as const;
      await writeAudit({ actor, ...line, target, evidence }, t);
    },
  };
}
