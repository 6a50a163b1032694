import type { AnswerKind } from '../../../contract/activities/enums.ts';
import { answerOf, chosenIn } from '../../../contract/activity-forms/chosen.ts';
import type { FormField } from '../../../contract/activity-forms/schemas.ts';
import type { Field } from '../../../contract/forms/language.ts';
import { namesIdentity } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { valueSchema } from '../../forms/value-schema.ts';

type Answers = Record<string, string | number | boolean>;

/** How the language of forms names what staff may ask; choices are of the form's own. */
const KINDS = { text: 'text', lines: 'lines', whole: 'whole', date: 'date', phone: 'phone', flag: 'flag' } as const;

/**
 * What was answered to a form, mended as every form of the house is; what is not asked is dropped. Throws `invalid_fields`
 * with every fault at once, by `answers.<key>`.
 */
export function readAnswers(form: readonly FormField[], given: Readonly<Record<string, string | boolean>>): Answers {
  const faults: Record<string, string> = {};
  const answers: Answers = {};
  for (const field of form) {
    const value = given[field.key];
    const isEmpty = value === undefined || value === false || (typeof value === 'string' && value.trim() === '');
    if (isEmpty) {
      if (field.isRequired) faults[`answers.${field.key}`] = missing(field);
      continue;
    }
    const read = readAnswer(field, value);
    if ('fault' in read) faults[`answers.${field.key}`] = read.fault;
    else answers[field.key] = read.answer;
  }
  if (Object.keys(faults).length > 0) throw new AppError('invalid_fields', { fields: faults });
  return answers;
}

const missing = ({ kind, label }: FormField) =>
  kind === 'flag' ? `请确认：${label}` : `请${CHOSEN.includes(kind) ? '选择' : '填写'}${label}`;
const CHOSEN: readonly AnswerKind[] = ['choice', 'choices', 'date'];

function readAnswer(field: FormField, value: string | boolean): { fault: string } | { answer: Answers[string] } {
  const { key, label, kind } = field;
  if (kind === 'choice') {
    return typeof value === 'string' && field.choices.includes(value)
      ? { answer: value }
      : { fault: `请重新选择${label}` };
  }
  if (kind === 'choices') {
    const chosen = typeof value === 'string' ? chosenIn(value) : [];
    const isOffered = chosen.length > 0 && chosen.every((one) => field.choices.includes(one));
    // In the order in which they are offered, each once.
    return isOffered
      ? { answer: answerOf(field.choices.filter((one) => chosen.includes(one))) }
      : { fault: `请重新选择${label}` };
  }
  if (typeof value === 'string' && namesIdentity(value)) return { fault: `${label}中请不要填写身份证号码` };
  const asked: Field = { key, label, kind: KINDS[kind] };
  const { data, error } = valueSchema(asked).safeParse(value);
  if (error) return { fault: error.issues[0]?.message ?? `请修改${label}` };
  return typeof data === 'object' ? { fault: `请修改${label}` } : { answer: data };
}
