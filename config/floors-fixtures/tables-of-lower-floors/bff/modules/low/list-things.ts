export const sql = 'SELECT id FROM things';
