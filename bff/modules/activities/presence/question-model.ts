import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id, number, optionalInstant, reference, string } from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** 签到提问: at a drawn time of an online activity its host says four digits, which those who are there enter. */
export class CodeQuestion extends Model<InferAttributes<CodeQuestion>, InferCreationAttributes<CodeQuestion>> {
  declare id: CreationOptional<number>;
  declare activityId: number;
  /** From 1. */
  declare ordinal: number;
  /** Of the time in which it may be asked, in thousandths: it moves with the activity. */
  declare permille: number;
  declare code: string;
}
defineModel(
  CodeQuestion,
  { id: id(), activityId: reference(), ordinal: number(), permille: number(), code: string() },
  { tableName: 'code_questions' },
);

/** What one who has a seat has answered to a question. */
export class CodeAnswer extends Model<InferAttributes<CodeAnswer>, InferCreationAttributes<CodeAnswer>> {
  declare id: CreationOptional<number>;
  declare questionId: number;
  declare registrationId: number;
  /** Wrong answers. */
  declare tries: number;
  /** Epoch ms; null: not rightly so far. */
  declare answeredAt: number | null;
}
defineModel(
  CodeAnswer,
  {
    id: id(),
    questionId: reference(),
    registrationId: reference(),
    tries: number(),
    answeredAt: optionalInstant(),
  },
  { tableName: 'code_answers' },
);
