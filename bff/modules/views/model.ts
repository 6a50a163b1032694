import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { ViewedPart } from '../../contract/views/enums.ts';
import { id, number, reference, string } from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';

/** A look at what is sensitive, for the lawyer to read. */
export class PersonalView extends Model<InferAttributes<PersonalView>, InferCreationAttributes<PersonalView>> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  declare part: ViewedPart;
  declare reason: string;
  declare byKind: 'staff' | 'firm';
  declare byId: number;
  declare byName: string;
  declare at: number;
}
defineModel(
  PersonalView,
  {
    id: id(),
    lawyerId: reference(),
    part: string(),
    reason: string(),
    byKind: string(),
    byId: number(),
    byName: string(),
    at: number(),
  },
  { tableName: 'personal_views' },
);
