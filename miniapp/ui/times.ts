const SHANGHAI_OFFSET_MS = 8 * 3600_000;

/** An ISO instant as yyyy-MM-dd HH:mm in China's one time zone, whatever the device is set to. */
export function shownTime(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? '' : new Date(time + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** The date of an instant in China, yyyy-MM-dd. */
export function shownDate(instant: string): string {
  return shownTime(instant).slice(0, 10);
}

/** Today in China, yyyy-MM-dd. */
export function today(): string {
  return new Date(Date.now() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}
