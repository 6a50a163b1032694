import { stripVTControlCharacters } from 'node:util';

/** What can go wrong on somebody's machine before anything of ours runs, in sentences that say what to do. */

/** A fault that the person at the machine can mend; its message is the whole of what they read. */
export class SetupFault extends Error {}

const CANNOT_REACH = '连不上 npm 软件源：请检查网络或代理设置（npm config list），再试一次，已经下载的不会重新下载。';
const CANNOT_TRUST =
  'npm 软件源的证书不受信任：单位网络有自己的根证书时，请用 npm config set cafile 指明它（并设置 NODE_EXTRA_CA_CERTS）。';
const LACKS_PACKAGE = '当前的 npm 软件源没有需要的版本：请换一个同步完整的软件源（npm config set registry …）再试。';
const MUST_LOG_IN = 'npm 软件源或代理要求登录，或拒绝了这台机器：请检查 npm config list 中的 registry、proxy 和账号。';
const CANNOT_WRITE = '请换一个可以写入的文件夹，或用能写入它的账号运行（不要一次用 root、一次用普通账号）。';
const IN_THE_WAY = '有别的程序正在使用其中的文件，或另一个安装还没有结束：请等它结束，再试一次。';

/** Code of an error of the operating system or of npm → sentence. */
const SENTENCES = {
  ENOSPC: '磁盘已满：请腾出空间（完整安装约 2 GB，npm 缓存约 1 GB）再试一次。',
  EDQUOT: '磁盘配额已用完：请腾出空间（完整安装约 2 GB，npm 缓存约 1 GB）再试一次。',
  SQLITE_FULL: '磁盘已满：请腾出空间再试一次。',
  EROFS: `文件夹是只读的：${CANNOT_WRITE}`,
  EACCES: `没有写入的权限：${CANNOT_WRITE}`,
  EPERM: `没有写入的权限：${CANNOT_WRITE}`,
  ENOTEMPTY: IN_THE_WAY,
  EBUSY: IN_THE_WAY,
  ENOTFOUND: CANNOT_REACH,
  EAI_AGAIN: CANNOT_REACH,
  ECONNREFUSED: CANNOT_REACH,
  ECONNRESET: CANNOT_REACH,
  EHOSTUNREACH: CANNOT_REACH,
  ENETUNREACH: CANNOT_REACH,
  ETIMEDOUT: CANNOT_REACH,
  ERR_SOCKET_TIMEOUT: CANNOT_REACH,
  EIDLETIMEOUT: CANNOT_REACH,
  SELF_SIGNED_CERT_IN_CHAIN: CANNOT_TRUST,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: CANNOT_TRUST,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: CANNOT_TRUST,
  DEPTH_ZERO_SELF_SIGNED_CERT: CANNOT_TRUST,
  CERT_HAS_EXPIRED: CANNOT_TRUST,
  E401: MUST_LOG_IN,
  E403: MUST_LOG_IN,
  E407: MUST_LOG_IN,
  E404: LACKS_PACKAGE,
  ETARGET: LACKS_PACKAGE,
  ENOVERSIONS: LACKS_PACKAGE,
  EUSAGE: 'package.json 与 package-lock.json 不一致：请还原这两个文件，或运行 npm install 使它们一致。',
  EINTEGRITY:
    '下载的文件与 package-lock.json 记录的校验值不符：请运行 npm cache verify 后再试；仍然如此，请换一个软件源。',
};
/** The same for a folder that we make and write to ourselves. */
const SENTENCES_OF_FOLDERS = {
  ...SENTENCES,
  ENOTDIR: '上一级不是文件夹，不能在其中存放文件。',
  EEXIST: '这里有一个同名的文件，不是文件夹：请移走它，再试一次。',
  ENOENT: '不能建立这个文件夹：它可能是一个失效的链接，请检查。',
};

/** A program's code that stands in the output of any build. */
const DISK_CODE = /\b(ENOSPC|EDQUOT|EROFS|SQLITE_FULL)\b/;
/** Lines of a stack, and what Node prints around one. */
const STACK_LINE = /^\s*(npm (error|ERR!)\s+)?(at .*[:)]\d*\)?( \{)?|throw \w+;?|\^+|node:\S+:\d+|Node\.js v\S+)\s*$/;

/**
 * What to print for an error: its sentence where its code is known, otherwise its own message and its causes'.
 * Never a stack.
 * @param {unknown} error
 * @returns {string}
 */
export function inWords(error) {
  if (error instanceof SetupFault) return error.message;
  const sentence = SENTENCES[error?.code];
  if (sentence) return `${error.path ? `${error.path}：` : ''}${sentence}`;
  const messages = [];
  for (let at = error; at instanceof Error; at = at.cause) messages.push(at.message);
  return messages.join('：') || String(error);
}

/**
 * The fault of a folder that could not be made or written to.
 * @param {string} folder
 * @param {NodeJS.ErrnoException} error
 * @returns {SetupFault}
 */
export function faultOfFolder(folder, error) {
  return new SetupFault(`${folder}：${SENTENCES_OF_FOLDERS[error.code] ?? error.message}`);
}

/**
 * The fault that a program's output ends in: one of the sentences when a code is in it, with the path that npm names;
 * otherwise the output without a stack, below a line that says what failed.
 * @param {string} what
 * @param {string} printed
 * @param {RegExp} code where the code stands
 * @returns {SetupFault}
 */
export function faultFrom(what, printed, code = DISK_CODE) {
  const output = stripVTControlCharacters(printed);
  const sentence = SENTENCES[code.exec(output)?.[1] ?? ''];
  const path = /^npm (?:error|ERR!) path (.+)$/m.exec(output)?.[1];
  if (sentence) return new SetupFault(`${what}失败。${path ? `${path}：` : ''}${sentence}`);
  const said = output
    .split('\n')
    .filter((line) => !STACK_LINE.test(line))
    .join('\n')
    .trim();
  if (said === '') return new SetupFault(`${what}失败：程序没有说明原因就结束了（可能是内存不足），请再试一次。`);
  return new SetupFault(`${said}\n\n${what}失败，原因见上。`);
}
