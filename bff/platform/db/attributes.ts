import { DataTypes } from 'sequelize';

/** What columns are to a model; what they are to the database stands in columns.ts, in migrations. */

export const id = () => ({ type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true });
/** A whole number, an instant in epoch ms, an amount in fen. */
export const number = () => ({ type: DataTypes.BIGINT, allowNull: false });
export const string = () => ({ type: DataTypes.STRING, allowNull: false });
export const optionalString = () => ({ type: DataTypes.STRING, allowNull: true });
export const flag = () => ({ type: DataTypes.BOOLEAN, allowNull: false });
/** An instant in epoch ms that may not have come. */
export const optionalInstant = () => ({ type: DataTypes.BIGINT, allowNull: true });
/** A date as yyyy-MM-dd. */
export const day = () => ({ type: DataTypes.STRING(10), allowNull: false });
export const optionalDay = () => ({ type: DataTypes.STRING(10), allowNull: true });
/** The id of a row of another table. */
export const reference = () => ({ type: DataTypes.BIGINT, allowNull: false });
export const optionalReference = () => ({ type: DataTypes.BIGINT, allowNull: true });
