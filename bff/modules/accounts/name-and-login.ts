/** An account as 操作日志 names it: 王敏（reviewer）. */
export const nameAndLogin = ({ name, login }: { name: string; login: string }): string => `${name}（${login}）`;
