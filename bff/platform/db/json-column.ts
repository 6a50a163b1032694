import { DataTypes, type Model, type ModelAttributeColumnOptions } from 'sequelize';

/** A column of JSON kept as text: the attribute is the value, the row holds its text, the same on both engines. */
export function jsonColumn(attribute: string): ModelAttributeColumnOptions {
  return {
    type: DataTypes.TEXT,
    get(this: Model): unknown {
      const text = this.getDataValue(attribute) as string | null | undefined;
      // Not even loaded in Model.update(), which builds an instance of the changed columns alone.
      return text === null || text === undefined ? text : JSON.parse(text);
    },
    set(this: Model, value: unknown): void {
      this.setDataValue(attribute, value === null || value === undefined ? null : JSON.stringify(value));
    },
  };
}
