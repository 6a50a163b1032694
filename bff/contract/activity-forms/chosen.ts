import type { AnswerKind } from '../activities/enums.ts';
import type { FormField } from './schemas.ts';

/** Between the options of one answer to a 多选: 午餐、晚餐. */
export const JOINT = '、';
export const isChosen = (kind: AnswerKind): boolean => kind === 'choice' || kind === 'choices';

/** The options that an answer to a 多选 consists of, and the answer that consists of some. */
export const chosenIn = (answer: string): string[] => answer.split(JOINT).filter(Boolean);
export const answerOf = (chosen: readonly string[]): string => chosen.join(JOINT);

/** A question with the options that were chosen before, which may stay although they are no longer offered. Pure. */
export function withChosen<Asked extends Pick<FormField, 'kind' | 'choices'>>(
  field: Asked,
  answer: string | number | boolean | undefined,
): Asked {
  if (!isChosen(field.kind) || typeof answer !== 'string') return field;
  const chosen = field.kind === 'choice' ? [answer] : chosenIn(answer);
  const gone = chosen.filter((one) => !field.choices.includes(one));
  return gone.length > 0 ? { ...field, choices: [...field.choices, ...gone] } : field;
}
