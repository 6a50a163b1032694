import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { NoticeKind } from '../../contract/notice-choices/enums.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import { flag, id, number, string } from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';

/** How a member wants to be told of one kind; in the inbox always. */
export class NoticeChoice extends Model<InferAttributes<NoticeChoice>, InferCreationAttributes<NoticeChoice>> {
  declare id: CreationOptional<number>;
  declare memberKind: SubjectKind;
  declare memberId: number;
  declare kind: NoticeKind;
  declare byMail: boolean;
  declare byWechat: boolean;
  declare chosenAt: number;
}
defineModel(
  NoticeChoice,
  {
    id: id(),
    memberKind: string(),
    memberId: number(),
    kind: string(),
    byMail: flag(),
    byWechat: flag(),
    chosenAt: number(),
  },
  { tableName: 'notice_choices' },
);
