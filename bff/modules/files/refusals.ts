import type { NotOpenedReason } from '../../platform/opening/opened.ts';

const ONLY = '只能上传 PDF、JPG 或 PNG 文件';

/** What is wrong with a file, and what its sender can do about it. */
export const REFUSALS: Record<NotOpenedReason, string> = {
  password: '这份 PDF 要输入密码才能打开。请用密码打开后另存为不加密的 PDF，再上传',
  empty: '文件是空的，可能没有下载完或没有保存完。请确认能打开，再重新上传',
  truncated: '文件不完整，可能没有下载完或没有保存完。请确认能打开，再重新上传',
  damaged: '文件打不开，可能已经损坏。请确认能打开，另存一份再上传',
  no_pages: '这份 PDF 里没有页面。请确认能打开，另存一份再上传',
  too_slow: '打开这份 PDF 用时太长。请用 WPS 或浏览器打开后，选“打印”再“另存为 PDF”，然后上传',
  too_many_pixels: '图片超过6000万像素。请把尺寸改小，或者另存为 PDF 后再上传',
  heic: `${ONLY}，这是苹果手机的 HEIC 照片。请在相册中拷贝或截屏为 JPG；以后拍照可在 设置 → 相机 → 格式 中选“兼容性最佳”`,
  webp: `${ONLY}，这是 WEBP 图片。请用看图软件打开后另存为 JPG 或 PNG，再上传`,
  tiff: `${ONLY}，这是 TIFF 图片。请在扫描软件中改选 PDF，或者打开后另存为 PDF 或 JPG，再上传`,
  other_picture: `${ONLY}。请用看图软件打开后另存为 JPG 或 PNG，再上传`,
  office: `${ONLY}。请在 Word 或 WPS 中另存为 PDF，再上传`,
  ofd: `${ONLY}。请用 OFD 阅读软件打开后另存为 PDF，再上传`,
  macro: `${ONLY}。请在 Word、Excel 或 WPS 中另存为 PDF，再上传`,
  packed: `${ONLY}。请在 Word、Excel 或 WPS 中另存为 PDF，再上传`,
  old_office: `${ONLY}。请在 Word 或 WPS 中另存为 PDF，再上传`,
  archive: `${ONLY}，这是压缩包。请解压后逐个上传`,
  other: ONLY,
};

const DESK_ONLY = '只能上传 PDF、JPG、PNG、DOCX、XLSX、WPS 或 ET 文件';
const instead = (words: string) => words.replace(ONLY, DESK_ONLY);

/** The same where documents of Word, Excel and WPS are taken. */
export const DESK_REFUSALS: Record<NotOpenedReason, string> = {
  ...REFUSALS,
  heic: instead(REFUSALS.heic),
  webp: instead(REFUSALS.webp),
  tiff: instead(REFUSALS.tiff),
  other_picture: instead(REFUSALS.other_picture),
  ofd: instead(REFUSALS.ofd),
  password: '这份文件要输入密码才能打开。请用密码打开后另存为不加密的文件，再上传',
  macro: '不支持含宏的文件，请另存为 docx 或 xlsx（不含宏），再上传',
  packed: '文件中嵌有其他文件或对象，不能上传。请删除嵌入的对象或另存为 PDF，嵌入的文件请单独上传',
  old_office: '请在 Word 或 WPS 中另存为 docx 或 xlsx，再上传',
  office: '只支持文字和表格文件（DOCX、XLSX、WPS、ET）。其他文件请另存为 PDF，再上传',
  archive: '不支持压缩包，请解压后逐个上传',
  other: DESK_ONLY,
};
