import type { Transaction } from 'sequelize';
import type { LawyerActor, MemberActor } from '../../../actor.ts';
import type { ConsentAnswer, SensitiveSection } from '../../../contract/profile/consents.ts';
import { SENSITIVE_EDITION, SENSITIVE_SECTIONS } from '../../../contract/profile/consents.ts';
import { profileSection } from '../../../contract/profile/profile.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { agreeSeparately, withdrawSeparately } from '../../privacy/separate-consents.ts';
import { lockForWriting } from '../../registry/facts/lock-subjects.ts';
import { agreementTo, isAssessed, refusalOf } from '../facts/consents.ts';
import { lockOwn } from '../policy.ts';
import { dropSectionSecrets } from './drop-section-secrets.ts';

/**
 * Records that a lawyer agrees, or does not, to what is sensitive in a section being asked for. Whoever does not, or takes
 * a consent back, has it removed at once, wherever it stands (PIPL 15, 47). Throws `not_found` for a firm, `wrong_state`
 * while the profile is with a reviewer, and for a consent as long as no impact assessment is on file.
 */
export async function answerConsent(asked: {
  actor: MemberActor;
  section: SensitiveSection;
  answer: ConsentAnswer;
  userAgent: string;
}): Promise<void> {
  const { actor, section, answer, userAgent } = asked;
  if (actor.kind !== 'lawyer') throw new AppError('not_found');
  await transaction(async (t) => {
    await lockForWriting({ firmIds: [], lawyerIds: [actor.lawyerId] }, t);
    const profile = await lockOwn(actor.lawyerId, t);
    if (profile?.state === 'waiting') {
      throw new AppError('wrong_state', { message: '正在审核，请先撤回再选择' });
    }
    if (answer === 'agree' && !(await isAssessed(t))) {
      throw new AppError('wrong_state', { message: '协会尚未登记个人信息保护影响评估，暂不收集这些内容' });
    }
    const [said, other] =
      answer === 'agree' ? [agreementTo(section), refusalOf(section)] : [refusalOf(section), agreementTo(section)];
    await withdrawSeparately({ actor, kind: other.kind }, t);
    const isNew = await agreeSeparately({ actor, agreement: said, userAgent }, t);
    if (answer === 'refuse') await dropSectionSecrets(actor.lawyerId, section, t);
    if (isNew) await log(actor, section, answer, t);
  });
}

async function log(
  actor: LawyerActor,
  section: SensitiveSection,
  answer: ConsentAnswer,
  t: Transaction,
): Promise<void> {
  const action = answer === 'agree' ? 'profile.consented' : 'profile.consent-refused';
  const { label } = profileSection(section);
  const detail = `${label}：${SENSITIVE_SECTIONS[section].what}；${SENSITIVE_EDITION} 版`;
  await writeAudit({ actor, action, targetKind: 'lawyer', targetId: actor.lawyerId, target: actor.name, detail }, t);
}
