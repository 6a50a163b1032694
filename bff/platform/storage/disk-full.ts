/** Of the file system, of SQLite, and of MySQL for its own disk. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'ER_DISK_FULL', 'ER_RECORD_FILE_FULL']);

/** Whether an error says that there is no room left for files or rows: somebody has to make some. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, parent } = error as { code?: unknown; parent?: unknown };
  return FULL.has(String(code)) || isDiskFull(parent);
}
