/** What the name of a district, county or town ends in. */
const ENDING = '(?:(?<![小校社片库])区|县|旗|市|镇|街道)';
const NAMED = new RegExp(`^[\\p{Script=Han}]{1,15}${ENDING}$`, 'u');
const PROVINCE = /^[^市区县]{2,12}?(?:省|自治区|特别行政区)/;
const CITY = /^[^区县路号\d]{1,10}?(?:市|自治州|地区|盟)/;
const FIRST = new RegExp(`^[^\\d\\s路号巷弄层楼]{1,10}?${ENDING}`, 'u');

/** Whether this is how a district is called: 南海区, not 南海. */
export const isDistrict = (name: string): boolean => NAMED.test(name);

/** The district, county or town of an address that begins with its province, city or district; '': it names none. */
export function districtOf(address: string): string {
  const plain = address.replaceAll(/\s/g, '');
  return FIRST.exec(plain.replace(PROVINCE, '').replace(CITY, ''))?.[0] ?? '';
}
