import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { FormCopy } from '../../contract/registration-forms/enums.ts';
import { id, number, reference, string } from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';

/** An issued 《律师基本信息登记表》; nothing of it changes. */
export class RegistrationForm extends Model<
  InferAttributes<RegistrationForm>,
  InferCreationAttributes<RegistrationForm>
> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  declare snapshotId: number;
  declare copy: FormCopy;
  declare number: string;
  declare token: string;
  declare code: string;
  /** See issuing/form-record.ts. */
  declare record: string;
  declare sha256: string;
  declare storageKey: string;
  declare keySealed: string;
  declare issuedAt: number;
}
defineModel(
  RegistrationForm,
  {
    id: id(),
    lawyerId: reference(),
    snapshotId: reference(),
    copy: string(),
    number: string(),
    token: string(),
    code: string(),
    record: { type: DataTypes.TEXT, allowNull: false },
    sha256: string(),
    storageKey: string(),
    keySealed: string(),
    issuedAt: number(),
  },
  { tableName: 'registration_forms' },
);
