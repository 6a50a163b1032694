/** The vocabulary of the door: key in English, label as people read it. */

export const DIRECTIONS = { in: '签到', out: '签退' } as const;
export type Direction = keyof typeof DIRECTIONS;

/** How a device came to know who it is. */
export const SCAN_WAYS = { code: '会员码', hand: '手工', walkin: '现场补报' } as const;
export type ScanWay = keyof typeof SCAN_WAYS;

/** Why a scan counts only once somebody has looked at it. */
export const SCAN_DOUBTS = {
  '': '有效',
  unknown: '无法识别',
  other: '其他活动的码',
  code: '动态码与时间不符',
  early: '早于名单下载',
  window: '不在签到时间内',
  walkin: '未能现场补报',
} as const;
export type ScanDoubt = keyof typeof SCAN_DOUBTS;

export const SCAN_DECISIONS = { '': '未处理', accepted: '认可', refused: '不认可' } as const;
export type ScanDecision = keyof typeof SCAN_DECISIONS;

/** The lines of AUDIT_ACTIONS that the door writes. */
export const DOOR_AUDIT_ACTIONS = {
  'door.opened': '开启签到设备',
  'door.dismissed': '停用签到设备',
  'door.left': '退出签到台',
  'scan.accepted': '认可待核实签到',
  'scan.refused': '不认可待核实签到',
} as const;
