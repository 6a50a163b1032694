import { makeTestDir } from './test-dir.ts';

export default async function start(): Promise<void> {
  await makeTestDir();
}
