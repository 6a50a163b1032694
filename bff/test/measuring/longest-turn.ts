/**
 * The longest that the server's own thread is busy at one go while `work` is done, in ms: so long nobody else has a turn.
 * Counted in the thread's own time, which another program on the machine makes neither longer nor shorter.
 */
export async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  const busy = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let isDone = false;
  let longest = 0;
  const end = work().finally(() => (isDone = true));
  for (let last = busy(); !isDone;) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    const now = busy();
    longest = Math.max(longest, now - last);
    last = now;
  }
  await end;
  return longest;
}
