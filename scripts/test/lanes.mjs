/**
 * Does the tasks in their order, two at a time: each keeps about one core busy.
 * @param {(() => Promise<void>)[]} tasks
 */
export async function inTwoLanes(tasks) {
  const waiting = [...tasks];
  const lane = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) await task();
  };
  await Promise.all([lane(), lane()]);
}
