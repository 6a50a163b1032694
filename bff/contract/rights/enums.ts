/** 下载我的信息: how a file stands. */
export const DOWNLOAD_STATES = {
  making: '正在准备',
  ready: '可以下载',
  removed: '已删除',
  failed: '没有完成',
} as const;
export type DownloadState = keyof typeof DOWNLOAD_STATES;

/** What a file holds: identity documents are asked for apart, so that whoever finds an open page does not get them along. */
export const DOWNLOAD_PARTS = { usual: '本人信息', identity: '身份证件' } as const;
export type DownloadParts = keyof typeof DOWNLOAD_PARTS;
/** Identity documents are asked for so long after the rest: every channel has told of that by then. */
export const IDENTITY_AFTER_HOURS = 24;

/** A file is there for so long; so many may be asked for in so many days (profile-workflow, Rights of the person). */
export const DOWNLOAD_HOURS = 72;
export const DOWNLOADS = 3;
export const DOWNLOADS_IN_DAYS = 30;

interface Kept {
  what: string;
  from: string;
  days: number;
}
/**
 * What the nightly round removes, and when: figures of the law and of the association's archive (profile-workflow, Rights of
 * the person). Changing one is a change of the guideline.
 */
export const RETENTION = {
  hiddenDraft: { what: '不再需要填写的内容（如不再是党员后的党员信息）的草稿', from: '不再需要填写之日', days: 30 },
  identityFile: { what: '信息补全中上传的身份证件', from: '会籍终止之日', days: 180 },
  sensitive: { what: '健康、婚姻、家庭成员、家庭住址、紧急联系人', from: '会籍终止之日', days: 365 },
  snapshot: { what: '历次提交、审核的版本（现行版本除外）', from: '提交之日', days: 3_650 },
  talk: { what: '与客服的在线对话和其中的文件', from: '对话结束之日', days: 730 },
  hoursProof: { what: '校外学时申报的证明材料（撤回申报的，撤回时即删除）', from: '审核完毕之日', days: 730 },
  leaveProof: { what: '活动请假的证明材料', from: '活动结束之日', days: 180 },
  view: { what: '谁看过我的信息的记录', from: '查看之日', days: 3_650 },
} as const satisfies Record<string, Kept>;
export type RetentionKind = keyof typeof RETENTION;

/** What else is kept how long: looked after elsewhere. */
export const KEPT_ELSEWHERE = [
  { what: '照片原件（裁剪前）', howLong: '提交核验后即删除，最多24小时' },
  { what: '被替换的证件照片', howLong: '替换后180天' },
  { what: '证件照片', howLong: '会籍终止后365天' },
  { what: '人脸比对的凭据', howLong: '比对后180天；结果保存到会籍终止' },
  { what: '由原系统导入个人档案时上传的表格和照片', howLong: '导入后即删除，没有确认导入的30天' },
  { what: '工单附件', howLong: '工单结束后180天，作为更正登记依据的除外' },
  { what: '下载我的信息生成的文件', howLong: '生成后72小时' },
  { what: '没有提交的上传文件', howLong: '上传后24小时' },
  { what: '已出具的证明、登记表和审核记录', howLong: '按协会档案管理的规定长期保存，供核验' },
  { what: '会员登记信息', howLong: '按《律师法》和行业规范保存' },
  { what: '操作日志', howLong: '长期保存，不含敏感信息的内容' },
] as const;
