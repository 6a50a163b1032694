import type { Server } from 'node:net';

export interface Sandbox {
  url: string;
  /** Settings of bff/env.ts that lead here. */
  settings: Record<string, string>;
  close(): Promise<void>;
}
export function startSandbox(options: {
  folder: string;
  port: number;
  publicUrl?: string;
  mode?: 'public-key' | 'certificate';
  compression?: number;
  now?: () => number;
}): Promise<Sandbox>;
export function startMailCatcher(folder: string, port: number): Promise<Server>;
