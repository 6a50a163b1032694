/** Invented names: common ones by combination, and some that show whether 生僻字 and long names come out right. */

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆',
  '欧阳',
  '上官',
  '司徒',
  '诸葛',
];
const FIRST = [...'文志晓建国思雨子俊海嘉明佳永春慧立振秋学家庆丽静玉瑞宏世宇凯'];
const SECOND = [...'华伟强军平婷敏杰磊涛超艳娜霞鹏辉琳宁斌洁雪峰倩颖波凡源岚钧'];

/** All in 通用规范汉字表 but hard on fonts; members of the minorities write long names with a dot. */
const UNCOMMON: Person[] = [
  { name: '周𬭎', sex: 'male' },
  { name: '李𫖮', sex: 'male' },
  { name: '王㛃', sex: 'female' },
  { name: '陈𬱖', sex: 'male' },
  { name: '刘𫍽', sex: 'male' },
  { name: '赵𬤊', sex: 'male' },
  { name: '孙𬀩', sex: 'male' },
  { name: '吴𫍯', sex: 'female' },
  { name: '林𬍛', sex: 'female' },
  { name: '徐𬬻', sex: 'male' },
  { name: '何𬸣', sex: 'female' },
  { name: '阿依古丽·买买提', sex: 'female' },
  { name: '尼格买提·热合曼', sex: 'male' },
  { name: '南宫雨薇', sex: 'female' },
];

export interface Person {
  name: string;
  sex: 'male' | 'female';
}

/** The `n`th person, always the same one; no two of the first 50,000 share a name. */
export function personAt(n: number): Person {
  // Spread through the list, so that they are met on every page.
  if (n % 29 === 7) {
    const uncommon = UNCOMMON[(n - 7) / 29];
    if (uncommon) return uncommon;
  }
  const surname = SURNAMES[(n * 7) % SURNAMES.length] ?? '王';
  const first = FIRST[(n + Math.floor(n / SURNAMES.length)) % FIRST.length] ?? '文';
  const second = SECOND[Math.floor(n / (SURNAMES.length * FIRST.length)) + ((n * 11) % SECOND.length)] ?? '';
  const name = n % 5 === 2 ? `${surname}${first}` : `${surname}${first}${second}`;
  return { name, sex: n % 3 === 1 ? 'female' : 'male' };
}
