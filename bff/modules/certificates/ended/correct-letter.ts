import type { Transaction } from 'sequelize';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { unprintableInWords } from '../rules/one-each/base.ts';
import { AppError } from '../../../errors.ts';
import { answersOf } from '../facts/answers.ts';
import { composeLetter, type LetterContent } from '../letters/compose-letter.ts';
import type { ReviewFacts, ReviewOffice } from '../facts/facts.ts';
import type { Office } from '../letters/letter-values.ts';
import { expectSound } from '../types/soundness/expect-sound.ts';
import { currentWording } from '../types/find-type.ts';
import { CertificateType, type Application } from '../model.ts';
import { expectDisciplineKept } from '../reading/expect-discipline-kept.ts';
import { readFacts, subjectsOfApplication, type Subjects } from '../reading/read-facts.ts';
import { contradictionsIn, decide, doubtsIn, type Finding } from '../rules/rules.ts';

/** What a reviewer may put right in the words of an application; absent: as the member wrote it. */
export interface Correction {
  purpose?: string | undefined;
  freeText?: string | undefined;
}

/** An application as it would be decided now: the same subjects, the facts and rules of today. */
export interface Corrected {
  words: { purpose: string; freeText: string };
  subjects: Subjects;
  facts: ReviewFacts;
  findings: Finding[];
  letter: LetterContent;
  /** All that is in doubt now: who confirms answers for it, also for what was settled when the old letter was approved. */
  doubts: Finding[];
  /** Changes with the letter and with the doubts: who confirms, confirms what he or she has seen. */
  fingerprint: string;
}

/** What is told to whoever confirms, or looks at, what he or she has not seen. */
export const CHANGED_SINCE = '证明内容或核查结果有新的变化，请重新预览后再确认';

/**
 * Composes an issued application's letter anew; in a transaction under the locks of a decision. Throws `wrong_state`
 * when a character cannot be printed, our own register says otherwise or nobody has published the wording, `invalid_fields` when the text that the type asks for is gone.
 */
export async function correctLetter(
  what: { application: Application; correction: Correction; office: ReviewOffice & Office },
  t?: Transaction,
): Promise<Corrected> {
  const { application, correction, office } = what;
  const inside = t && { transaction: t };
  const type = await CertificateType.findByPk(application.typeId, { rejectOnEmpty: true, ...inside });
  const purpose = correction.purpose ?? application.purpose;
  const freeText = correction.freeText ?? application.freeText;
  if (type.asks.includes('freeText') && freeText === '') {
    throw new AppError('invalid_fields', { fields: { freeText: '请填写证明内容' } });
  }
  const subjects = await subjectsOfApplication(application, type, t);
  const answers = { ...answersOf(application), purpose, freeText };
  const facts = await readFacts({ subjects, answers, ruleSet: type.ruleSet, office }, t);
  if (facts.unprintable.length > 0) {
    const who = facts.unprintable.map((found) => `${found.subject.name}的${unprintableInWords(found)}`);
    throw new AppError('wrong_state', { message: `证明无法出具：${who.join('；')}` });
  }
  const { findings } = decide(type.ruleSet, facts);
  const [contradiction] = contradictionsIn(findings);
  if (contradiction) {
    const who = contradiction.subject?.name ?? '';
    const message = `重新出具的证明内容与本会登记不符，不能出具：${who}${contradiction.datum}`;
    throw new AppError('wrong_state', { message });
  }
  const doubts = doubtsIn(findings);
  const wording = await currentWording(type.id, t);
  // Words that nobody has published are shown to nobody over the association's name.
  await expectSound({ type, wording, office }, t);
  await expectDisciplineKept({ ruleSet: type.ruleSet, facts }, t);
  const letter = composeLetter(wording, facts, office);
  const fingerprint = fingerprintOf(letter, doubts);
  return { words: { purpose, freeText }, subjects, facts, findings, letter, doubts, fingerprint };
}

function fingerprintOf(letter: LetterContent, doubts: Finding[]): string {
  const seen = [letter, doubts.map(({ rule, subject, datum }) => [rule, subject?.kind, subject?.id, datum])];
  return sha256(JSON.stringify(seen));
}
