/** When hours are given, in words. */
export const neededInWords = (needed: number): string =>
  needed === 0 ? '到场即记，逐场计算' : `到场满${needed}场后，记入已到各场的学时`;
