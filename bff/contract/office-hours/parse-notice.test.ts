import { expect, test } from '@jest/globals';
import { parseNotice } from './parse-notice.ts';

/** 国办发明电, as it is published. */
const NOTICE = `国务院办公厅关于2026年
部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`;

test('the notice as it is published', () => {
  expect(parseNotice(NOTICE)).toEqual({
    year: 2026,
    holidays: [
      { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
      { name: '春节', from: '2026-02-15', to: '2026-02-23' },
      { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
      { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
      { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
      { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
      { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
    ],
    workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  });
});

test('two holidays in one, one day, the year before, without line ends', () => {
  const text =
    '关于2028年的安排 一、元旦：2027年12月31日至2028年1月2日放假。二、清明节：4月4日放假，不调休。三、国庆节、中秋节：10月1日至8日放假调休，共8天。9月30日（周六）上班。';
  expect(parseNotice(text)).toEqual({
    year: 2028,
    holidays: [
      { name: '元旦', from: '2027-12-31', to: '2028-01-02' },
      { name: '清明节', from: '2028-04-04', to: '2028-04-04' },
      { name: '中秋节、国庆节', from: '2028-10-01', to: '2028-10-08' },
    ],
    workdays: ['2028-09-30'],
  });
});

test('what names no year is no notice; a day that does not exist is left out', () => {
  expect(parseNotice('一、元旦：1月1日放假')).toBeNull();
  expect(parseNotice('2027年 一、春节：2月30日放假。')).toEqual({ year: 2027, holidays: [], workdays: [] });
});
