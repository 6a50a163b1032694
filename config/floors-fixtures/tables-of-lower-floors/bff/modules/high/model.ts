export const model = { tableName: 'things' };
