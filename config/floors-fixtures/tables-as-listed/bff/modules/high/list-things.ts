export const sql = 'SELECT id FROM others o JOIN things t ON t.id = o.id';
