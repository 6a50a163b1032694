export interface Services {
  mysqlUrl: string;
  redisUrl: string;
  stop(): Promise<void>;
}
export function startServices(): Promise<Services>;
export function freePort(): Promise<number>;
