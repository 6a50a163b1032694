const LABELS: Record<string, string> = {
  'issue-certificate': '制作证明',
  'send-message': '发送通知',
  'seal-audit': '固化操作日志',
};

/** Background work in words; work that is newer than this client is shown by its own name. */
export const jobLabel = (name: string): string => LABELS[name] ?? name;
