/** What members may attach; told by content, not by name. */
export const FILE_KINDS = {
  pdf: 'PDF',
  jpeg: 'JPG',
  png: 'PNG',
  docx: 'DOCX',
  xlsx: 'XLSX',
  wps: 'WPS',
  et: 'ET',
} as const;
export type FileKind = keyof typeof FILE_KINDS;

/** What is shown in a page; documents of Word, Excel and WPS are saved and opened by their own programs. */
export const SHOWN_KINDS = ['pdf', 'jpeg', 'png'] as const satisfies readonly FileKind[];
export const isShown = (kind: FileKind): boolean => (SHOWN_KINDS as readonly FileKind[]).includes(kind);

/** What can be had of a file that was attached. */
export const FILE_STATES = {
  ready: '已扫描',
  unscanned: '未扫描',
  checking: '检查中',
  infected: '未通过安全检查，已移除',
  withdrawn: '附件已由提交人撤回',
  expired: '附件已按期清理',
} as const;
export type FileState = keyof typeof FILE_STATES;
/** States in which its bytes are handed out. */
export const isDelivered = (state: FileState): boolean => state === 'ready' || state === 'unscanned';
