import type { Transaction } from 'sequelize';
import type { ApplicationContentParsed } from '../../../contract/certificates/schemas.ts';
import type { PaperPrices } from '../../../contract/papers/fees.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import { ofApplication } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { releaseFiles } from '../../files/release-files.ts';
import { bindFiles } from '../../files/bind-files.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { answersOfForm } from '../facts/answers.ts';
import type { ReviewOffice } from '../facts/facts.ts';
import type { Office } from '../letters/letter-values.ts';
import { ApplicationCompletion, ApplicationLawyer, CertificateType, type Application } from '../model.ts';
import { loadFor } from '../policy.ts';
import { judge } from '../pre-check/judge.ts';
import { readFacts, subjectsOf } from '../reading/read-facts.ts';
import { expectEligible } from '../types/find-type.ts';
import { contentAsKept } from '../applying/content-as-kept.ts';
import { ownApplications } from '../applying/own-applications.ts';
import { contentHashOf, submitOnce } from '../../../platform/db/submit-once.ts';

export interface Completion {
  actor: MemberActor;
  id: number;
  content: ApplicationContentParsed;
  idempotencyKey: string;
}

/**
 * The member sends an application again that was returned for completion: judged anew on the facts of now, and decided by
 * a person, since a person has asked for it. It keeps its number and its place in the queue; the time it waited for the
 * member is nobody's delay. The same key sent twice is sent once, whatever has become of it meanwhile. Throws `not_found`,
 * `wrong_state` when it does not wait for its member, `idempotency_conflict` when the key was used for something else,
 * `invalid_fields` for another type, foreign lawyers and files, or who may not ask for it.
 */
export async function completeApplication(completion: Completion): Promise<void> {
  const office = await readSettings();
  const { actor, id, content, idempotencyKey } = completion;
  const contentHash = contentHashOf({ id, ...content });
  await submitOnce({
    contentHash,
    find: (transaction) =>
      ApplicationCompletion.findOne({
        where: { accountId: actor.accountId, idempotencyKey },
        attributes: ['id', 'contentHash'],
        transaction,
      }),
    async submit(t, again) {
      // Whose it is, and its lock: the twin of a double tap is waited for.
      const { application } = await loadFor(actor, 'show', id, t);
      const repeated = await again();
      if (repeated !== null) return repeated;
      await complete({ completion, application, office }, t);
      const key = { applicationId: id, accountId: actor.accountId, idempotencyKey, contentHash };
      return (await ApplicationCompletion.create({ ...key, createdAt: clock.now() }, { transaction: t })).id;
    },
  });
}

async function complete(
  what: { completion: Completion; application: Application; office: ReviewOffice & Office & PaperPrices },
  t: Transaction,
): Promise<void> {
  const { completion, application, office } = what;
  const { actor, id, content } = completion;
  if (application.state !== 'returned') throw new AppError('wrong_state', { message: notWaiting(application) });
  const type = await CertificateType.findByPk(application.typeId, { transaction: t, rejectOnEmpty: true });
  if (type.code !== content.type) {
    throw new AppError('invalid_fields', {
      fields: { type: '补正时不能更换证明类型；需要其他证明的，请撤回后另行申请' },
    });
  }
  if (type.isRetired) {
    const message = `“${type.label}”已停用，不能再补正。请撤回本申请后改选其他证明，或联系协会`;
    throw new AppError('wrong_state', { message });
  }
  const subjects = await subjectsOf({ applicant: memberIdOf(actor), type, named: content }, t);
  const facts = await readFacts({ subjects, answers: answersOfForm(content), ruleSet: type.ruleSet, office }, t);
  await expectEligible(actor, type, t);
  const { findings } = judge(type, facts);
  const { returnedAt } = application;
  const now = clock.now();
  await application.update(
    {
      ...contentAsKept({ content, facts, findings, prices: office, bulkOrderId: application.bulkOrderId }),
      state: 'pending',
      reviewMode: 'manual',
      memberMs: application.memberMs + (returnedAt === null ? 0 : now - returnedAt),
      returnedAt: null,
      returnedUntil: null,
    },
    { transaction: t },
  );
  await ApplicationLawyer.destroy({ where: { applicationId: id }, transaction: t });
  await ApplicationLawyer.bulkCreate(
    subjects.lawyerIds.map((lawyerId, position) => ({ applicationId: id, lawyerId, position })),
    { transaction: t },
  );
  const attached = { accountId: actor.accountId, owner: ofApplication(id), tokens: content.attachments ?? [] };
  await releaseFiles(attached, t);
  await bindFiles({ ...attached, mayReuse: ownApplications(actor, t) }, t);
  await writeEvent({ subject: ofApplication(id), event: 'completed', by: actor }, t);
  await writeAudit(
    {
      actor,
      action: 'application.completed',
      targetKind: 'application',
      targetId: id,
      target: `${application.number} ${type.label}`,
    },
    t,
  );
}

function notWaiting({ state }: Application): string {
  if (state === 'lapsed') return '补正期限已过，该申请已关闭，请重新申请';
  if (state === 'withdrawn') return '该申请已撤回，请重新申请';
  return '该申请没有待补正的内容，请刷新查看最新状态';
}
