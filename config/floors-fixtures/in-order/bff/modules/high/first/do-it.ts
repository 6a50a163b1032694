export const it = 'SELECT id FROM things';
