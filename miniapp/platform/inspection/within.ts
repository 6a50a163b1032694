/** What `work` answers, or `otherwise` when it fails or takes longer than `ms`; `giveUp` ends it then. */
export async function within<T>(ms: number, work: Promise<T>, otherwise: T, giveUp?: () => void): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      giveUp?.();
      resolve(otherwise);
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
