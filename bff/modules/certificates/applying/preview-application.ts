import type { ApplicationContentParsed } from '../../../contract/certificates/schemas.ts';
import { describeUnprintable } from '../../../contract/fields.ts';
import { AppError } from '../../../errors.ts';
import { countAgainst } from '../../../platform/kv/rate-limit.ts';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import { expectOwnFiles } from '../../files/bind-files.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { answersOf, answersOfForm } from '../facts/answers.ts';
import { composeLetter } from '../letters/compose-letter.ts';
import { expectSound } from '../types/soundness/expect-sound.ts';
import { currentWording, expectEligible, findTypeFor } from '../types/find-type.ts';
import { CertificateType, type Application } from '../model.ts';
import { ownApplications } from './own-applications.ts';
import { loadFor } from '../policy.ts';
import { printPreview } from '../letters/print-preview.ts';
import { untrueSentences } from '../letters/untrue-sentences.ts';
import { contradictionsIn, decide } from '../rules/rules.ts';
import type { Answers, ReviewFacts } from '../facts/facts.ts';
import { judge } from '../pre-check/judge.ts';
import { readFacts, subjectsOf, subjectsOfApplication, type Subjects } from '../reading/read-facts.ts';

/** Printing costs a worker some time: a person needs a handful of previews, not hundreds. */
const previews = { name: 'preview', limit: 60, windowMs: 10 * 60_000 };

/**
 * The very letter that would be issued now, with 样本 over it. Throws `invalid_fields` for foreign lawyers and when a
 * character cannot be printed.
 */
export async function previewApplication(what: {
  actor: MemberActor;
  content: ApplicationContentParsed;
}): Promise<Buffer> {
  const { actor, content } = what;
  await countAgainst(previews, String(actor.accountId));
  const type = await findTypeFor(actor, content.type);
  await expectEligible(actor, type);
  const { attachments: tokens = [] } = content;
  await expectOwnFiles({ accountId: actor.accountId, tokens, mayReuse: ownApplications(actor) });
  const subjects = await subjectsOf({ applicant: memberIdOf(actor), type, named: content });
  // Refused like the submit, before anybody looks at the letter.
  const { letter } = await compose(type, { subjects, answers: answersOfForm(content) }, (facts) => judge(type, facts));
  return printPreview(letter);
}

/** What the member's own application would become if it were approved now. Throws `not_found`, `wrong_state` once decided. */
export async function previewWaiting({ actor, id }: { actor: MemberActor; id: number }): Promise<Buffer> {
  const { application } = await loadFor(actor, 'show', id);
  if (application.state !== 'pending' && application.state !== 'returned') throw new AppError('wrong_state');
  await countAgainst(previews, String(actor.accountId));
  const { letter } = await composeSubmitted(application);
  return printPreview(letter);
}

/**
 * The same for the desk: what a reviewer would issue by approving now, with the sentences marked that our register
 * contradicts. To members nothing is marked: a firm would read that one of its lawyers has a record.
 */
export async function previewSubmitted(application: Application): Promise<Buffer> {
  const { letter, ...from } = await composeSubmitted(application);
  const contradictions = contradictionsIn(decide(from.type.ruleSet, from.facts).findings);
  return printPreview(letter, untrueSentences(contradictions, from));
}

async function composeSubmitted(application: Application) {
  const type = await CertificateType.findByPk(application.typeId, { rejectOnEmpty: true });
  const subjects = await subjectsOfApplication(application, type);
  return compose(type, { subjects, answers: answersOf(application) });
}

async function compose(
  type: CertificateType,
  about: { subjects: Subjects; answers: Answers },
  look?: (facts: ReviewFacts) => void,
) {
  const office = await readSettings();
  const facts = await readFacts({ ...about, ruleSet: type.ruleSet, office });
  refuseUnprintable(facts);
  look?.(facts);
  const wording = await currentWording(type.id);
  // Words that nobody has published are shown to nobody over the association's name, of a preview neither.
  await expectSound({ type, wording, office });
  return { type, wording, facts, office, letter: composeLetter(wording, facts, office) };
}

/** What applicants have typed themselves, by its label in the facts: it is theirs to change. */
const OWN_WORDS = ['用途', '证明内容', '拉丁字母姓名'];

function refuseUnprintable(facts: ReviewFacts): void {
  const isOwn = ({ field }: ReviewFacts['unprintable'][number]) => OWN_WORDS.includes(field);
  const own = facts.unprintable.filter(isOwn).map(({ field, characters }) => `${field}中的${characters.join('')}`);
  const kept = facts.unprintable
    .filter((one) => !isOwn(one))
    .map(({ subject, field, characters }) => `${subject.name}的${field}中的${characters.join('')}`);
  const sentences = [
    own.length > 0 && describeUnprintable(own),
    kept.length > 0 && `以下文字暂时无法打印：${kept.join('、')}，请联系协会处理；姓名、名称无误的不必改动`,
  ].filter((sentence) => sentence !== false);
  if (sentences.length === 0) return;
  const message = sentences.join('；');
  throw new AppError('invalid_fields', { message, fields: { _: message } });
}
