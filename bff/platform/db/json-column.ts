import { DataTypes, type Model, type ModelAttributeColumnOptions } from 'sequelize';

/** A column of JSON kept as text: the attribute is the value, the row holds its text, the same on both engines. */
export function jsonColumn(attribute: string): ModelAttributeColumnOptions {
  return {
    type: DataTypes.TEXT,
    get(this: Model): unknown {
      const text = this.getDataValue(attribute) as string | null;
      return text === null ? null : JSON.parse(text);
    },
    set(this: Model, value: unknown): void {
      this.setDataValue(attribute, value === null || value === undefined ? null : JSON.stringify(value));
    },
  };
}
