import { NotXlsx, type NotXlsxReason, type Unread } from '../../platform/xlsx/read-xlsx.ts';

/** What helps whatever is wrong with a file. */
const SAVE_AS = '请在 Excel 或 WPS 中打开后另存为 .xlsx 再上传';
/** Whoever has the password takes it away; saving alone keeps it. */
const UNLOCK = '请在 Excel 或 WPS 中用密码打开，取消打开密码后另存为 .xlsx 再上传';

const REASONS: Record<Unread, string> & Partial<Record<NotXlsxReason, string>> = {
  unreadable: `无法读取该文件，${SAVE_AS}`,
  protected: `该文件设有打开密码，系统无法读取，${UNLOCK}`,
  too_large: '文件展开后过大，请把数据复制到新建的工作簿，或分成几个文件再上传',
  too_slow: '读取该文件用时过长，请把数据复制到新建的工作簿，或分成几个文件再上传',
  no_sheet: `文件中没有可见的工作表，${SAVE_AS}`,
  no_heading: '文件中没有找到表头，请按模板的列名填写表头；隐藏的工作表不读取',
};

/** A file that cannot be read, said to who brought it; anything else as it was thrown. */
export function unreadableAs(error: unknown, refuse: (sentence: string) => Error): unknown {
  const sentence = error instanceof NotXlsx ? REASONS[error.reason] : undefined;
  return sentence === undefined ? error : refuse(sentence);
}
