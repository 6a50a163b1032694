import { CLEAN_LAWYER, DEMO_FIRMS, DEMO_LAWYERS, TRANSFERRED_LAWYER } from '../demo-data.ts';
import type { DemoActivity } from './demo-activity.ts';
import { PAST_ACTIVITIES } from './demo-past-activities.ts';

const [CLEAN, MOVED] = [CLEAN_LAWYER.licenceNo, TRANSFERRED_LAWYER.licenceNo];
/** The firm of both. */
const FIRM = DEMO_FIRMS.find(({ key }) => key === CLEAN_LAWYER.firm)!.licenceNo;

/** No longer practises: 资格变动, until staff decide. */
const SUSPENDED = DEMO_LAWYERS.find(({ status }) => status === 'suspended')!.licenceNo;

const DAY = 24;
const LARGE = { hoursTenths: 30 } as const;

export const DEMO_ACTIVITIES: readonly DemoActivity[] = [
  {
    title: '律所内部治理与风险防控研讨班',
    kind: 'training',
    speakers: '律师事务所建设与发展委员会',
    details: '面向律所管理人员的研讨，每所最多三人，按报名材料审核录取。',
    opens: -2,
    closes: 5 * DAY,
    begins: 10 * DAY,
    capacity: 30,
    more: { ...LARGE, admission: 'review', perFirmMax: 3 },
    byFirm: { firm: FIRM, lawyers: [CLEAN, MOVED] },
  },
  {
    title: '涉外法律服务人才研修班',
    kind: 'training',
    speakers: '涉外法律专业委员会',
    details:
      '<p>为期一天的集中研修，名额有限，按报名材料审核录取。</p><ol><li>跨境争议解决</li><li>英文法律文书写作</li></ol>',
    opens: -2 * DAY,
    closes: 4 * DAY,
    begins: 9 * DAY,
    capacity: 1,
    more: { ...LARGE, admission: 'review', notice: '录取结果在报名结束后三个工作日内通知。' },
    signedUp: [{ login: CLEAN }, { login: MOVED }],
  },
  {
    title: '青年律师涉外人才海外研修',
    kind: 'training',
    speakers: '涉外法律专业委员会',
    details: '赴海外律所短期研修，名额有限，报名结束后抽签，报名先后不影响结果。',
    opens: -DAY,
    closes: 6 * DAY,
    begins: 12 * DAY,
    capacity: 1,
    more: { ...LARGE, admission: 'draw', drawSource: '中国福利彩票双色球第2026141期开奖号码' },
    signedUp: [{ login: CLEAN }, { login: MOVED }],
  },
  {
    title: '知识产权法庭开放日',
    kind: 'other',
    details: '旁听庭审并座谈，名额有限，报名结束后抽签。',
    opens: -10 * DAY,
    closes: -4 * DAY,
    begins: 4 * DAY,
    capacity: 1,
    more: { admission: 'draw', drawSource: '中国福利彩票双色球第2026138期开奖号码' },
    signedUp: [{ login: CLEAN }, { login: MOVED }],
    then: 'draw',
  },
  {
    title: '破产管理人实务小班课',
    kind: 'training',
    details: '限额小班，案例研讨。',
    opens: -15 * DAY,
    closes: -4 * DAY,
    begins: -2 * DAY,
    capacity: 1,
    more: LARGE,
    signedUp: [{ login: CLEAN }, { login: MOVED }],
    came: [CLEAN],
    then: 'end-waiting',
  },
  {
    title: '民法典合同编司法解释实务讲座',
    kind: 'training',
    speakers: '周远志律师',
    details:
      '<p>结合近年案例，讲解合同编通则司法解释的<strong>理解与适用</strong>。</p><h3>日程</h3>' +
      '<table><tbody><tr><th>时间</th><th>内容</th></tr><tr><td>14:00</td><td>预约合同与本约合同</td></tr>' +
      '<tr><td>15:00</td><td>违约损害赔偿的计算</td></tr><tr><td>16:20</td><td>现场答疑</td></tr></tbody></table>' +
      '<h3>请提前阅读</h3><ul><li>《民法典》第四百六十三条至第五百九十四条</li>' +
      '<li>司法解释全文：<a href="https://www.court.gov.cn">最高人民法院网站</a></li></ul>',
    opens: -2 * DAY,
    closes: 5 * DAY,
    begins: 8 * DAY,
    capacity: 120,
    added: [SUSPENDED],
    attachments: [
      { name: '讲座议程.png', lines: ['14:00 预约合同与本约合同', '15:00 违约损害赔偿的计算', '16:20 现场答疑'] },
      { name: '交通示意.png', lines: ['地铁2号线文华站B口，步行5分钟', '公交书院街站', '会场不提供停车位'] },
    ],
    more: {
      ...LARGE,
      notice: '请携带律师执业证，提前15分钟签到。会场不提供停车位。',
      form: [
        { key: 'meal', label: '用餐', hint: '', kind: 'choice', isRequired: true, choices: ['普通', '清真', '不用餐'] },
        {
          key: 'ask',
          label: '想问的问题',
          hint: '主讲人将选取部分现场答复',
          kind: 'lines',
          isRequired: false,
          choices: [],
        },
      ],
    },
    signedUp: [{ login: CLEAN, answers: { meal: '普通' } }],
  },
  {
    title: '职业道德与执业纪律年度培训',
    kind: 'ethics',
    details: '律师执业行为规范、利益冲突审查和收案管理。上午、下午两场内容相同，任选一场。',
    opens: -DAY,
    closes: 4 * DAY,
    begins: 6 * DAY,
    capacity: 200,
    more: {
      hoursTenths: 40,
      groups: [
        { name: '上午场', capacity: 100, eligibility: null },
        { name: '下午场', capacity: 100, eligibility: null },
      ],
    },
  },
  {
    title: '庭审实务小班研讨',
    kind: 'forum',
    details: '限额小班，现场演练交叉询问。名额已满，可以候补。',
    opens: -3 * DAY,
    closes: 6 * DAY,
    begins: 9 * DAY,
    capacity: 1,
    more: LARGE,
    signedUp: [{ login: MOVED }, { login: CLEAN }],
  },
  {
    title: '涉外法律服务工作坊',
    kind: 'training',
    details: '跨境交易文件起草练习。',
    opens: -3 * DAY,
    closes: 7 * DAY,
    begins: 10 * DAY,
    capacity: 1,
    more: LARGE,
    signedUp: [{ login: MOVED }, { login: CLEAN }],
    then: 'free-a-seat',
  },
  {
    title: '公司律师合规交流会',
    kind: 'meeting',
    details: '公司律师合规管理经验交流。',
    opens: -DAY,
    closes: 5 * DAY,
    begins: 7 * DAY,
    capacity: 60,
    more: { eligibility: { atom: 'category', in: ['company'] } },
  },
  {
    title: '律师羽毛球友谊赛',
    kind: 'sports',
    details: '分男单、女单，请自备球拍和运动鞋。',
    opens: -8 * DAY,
    closes: 12,
    begins: 3 * DAY,
    capacity: 32,
    signedUp: [{ login: MOVED }, { login: CLEAN }],
    then: 'tell',
  },
  {
    title: '法律援助志愿服务培训',
    kind: 'welfare',
    details: '值班律师工作流程和文书规范。',
    opens: -9 * DAY,
    closes: -12,
    begins: 2 * DAY,
    capacity: 50,
    more: LARGE,
    signedUp: [{ login: CLEAN }],
    then: 'move',
  },
  {
    title: '新公司法专题研讨',
    kind: 'training',
    details: '出资责任与董事义务。报名尚未开始。',
    opens: 2 * DAY,
    closes: 9 * DAY,
    begins: 12 * DAY,
    capacity: 150,
    more: LARGE,
  },
  ...PAST_ACTIVITIES,
];
