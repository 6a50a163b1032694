/** Whether loops run whole: `npm test -- --full`. */
export const isFull = process.env['TEST_FULL'] === 'true';

/** How often a heavy loop runs: a tenth of the number it is worth, rounded up, or all of it with `--full`. */
export const tenthOf = (times: number): number => (isFull ? times : Math.ceil(times / 10));
