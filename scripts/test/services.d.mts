export interface Services {
  mysqlUrl: string;
  redisUrl: string;
  /** For tests that freeze it. */
  mysqlPid: number;
  stop(): Promise<void>;
}
export function startServices(options?: { parent?: string; bufferPool?: string }): Promise<Services>;
export function freePort(): Promise<number>;
