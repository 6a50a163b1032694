import type { LawyerActor } from '../../../bff/actor.ts';
import type { Row } from '../../../bff/contract/form-reading/fields.ts';
import type { SectionKey } from '../../../bff/contract/profile/profile.ts';
import type { SaveSectionParsed } from '../../../bff/contract/profile/schemas.ts';
import { ProfileChange } from '../../../bff/modules/profiles/change-model.ts';
import { askChange } from '../../../bff/modules/profiles/changes/ask-change.ts';
import { decideChange } from '../../../bff/modules/profiles/changes/decide-change.ts';
import { showArchive } from '../../../bff/modules/profiles/changes/show-archive.ts';
import { withdrawChange } from '../../../bff/modules/profiles/changes/withdraw-change.ts';
import { Profile } from '../../../bff/modules/profiles/model.ts';
import { reopenProfile } from '../../../bff/modules/profiles/review/reopen-profile.ts';
import { memberOf, staffOf } from '../demo-actors.ts';
import { CLEAN_LAWYER, REOPENED_LAWYER } from '../demo-data.ts';

/** 信息变更 of demo lawyers, one in each state. */
export async function seedDemoProfileChanges(): Promise<void> {
  const registrar = await staffOf('registrar');
  const lawyer = await lawyerOf(CLEAN_LAWYER.licenceNo);

  const degree = await ask(lawyer, 'education', ([first]) => [
    { ...first!, values: { ...first!.values, college: '国际法学院' } },
  ]);
  await decideChange({
    actor: registrar,
    id: degree.id,
    input: { version: degree.version, verdict: 'pass', opinion: '', resolved: {} },
  });

  const work = await ask(lawyer, 'work', ([first]) => [
    { ...first!, values: { ...first!.values, position: '法务经理' } },
  ]);
  const opinion = '填写内容与证明文件不一致，请核对后修改';
  await decideChange({
    actor: registrar,
    id: work.id,
    input: { version: work.version, verdict: 'reject', opinion, resolved: {} },
  });

  const award = await ask(lawyer, 'awards', () => [
    {
      id: 'a1',
      values: {
        awardedOn: '2025-12-04',
        title: '优秀青年律师',
        issuer: '江海市律师协会',
        level: 'city_bar',
        kind: 'title',
        holder: 'person',
      },
    },
  ]);
  await withdrawChange({ actor: lawyer, id: award.id });

  // One part takes effect at once, the other waits.
  await ask(lawyer, 'basic', ([first]) => [
    { ...first!, values: { ...first!.values, strengths: '公司股权、并购重组、涉外投资与税务筹划', title: '2' } },
  ]);

  const other = await lawyerOf(REOPENED_LAWYER.licenceNo);
  await ask(other, 'education', ([first]) => [{ ...first!, values: { ...first!.values, major: '经济法学' } }]);
  const { id, version } = await Profile.findOne({ where: { lawyerId: other.lawyerId }, rejectOnEmpty: true });
  await reopenProfile({ actor: registrar, id, version, reason: '毕业证书看不清，请重新上传清晰的扫描件' });
}

async function lawyerOf(login: string): Promise<LawyerActor> {
  const actor = await memberOf(login);
  if (actor.kind !== 'lawyer') throw new Error(`${login} is no lawyer`);
  return actor;
}

/** Asks for a change of a section, from the rows in force; answers the 变更单 that waits. */
async function ask(
  actor: LawyerActor,
  key: SectionKey,
  change: (rows: readonly Row[]) => Row[],
): Promise<ProfileChange> {
  const { version, sections } = await showArchive({ actor });
  const rows = change(sections.find((one) => one.key === key)?.rows ?? []);
  const input = { version, rows, saidNone: rows.length === 0 } as SaveSectionParsed;
  await askChange({ actor, key, input });
  const where = { lawyerId: actor.lawyerId, section: key, openMark: 'open' };
  return ProfileChange.findOne({ where, rejectOnEmpty: true });
}
