/** A day off as people say it: 国庆假期, 春节假期; what the office has entered itself stays as it is: 换届大会. */
export const holidayWords = (reason: string): string =>
  /^(元旦|春节|劳动节)$/.test(reason) ? `${reason}假期` : reason.replace(/^(清明|端午|中秋|国庆)节$/, '$1假期');
