const works: (() => void)[] = [];

/** Does something before the first test file of this worker, and again before every further one. */
export function beforeEachFile(work: () => void): void {
  work();
  works.push(work);
}

/** For file-begins.ts. */
export function doAllBeforeFile(): void {
  for (const work of works) work();
}
