/** What became of a letter after a fact that it prints or denies has changed. */
export const MATTER_STATES = { open: '待处理', revoked: '已撤销', replaced: '已更正重出', upheld: '仍属实' } as const;
export type MatterState = keyof typeof MATTER_STATES;
