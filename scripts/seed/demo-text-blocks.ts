import type { AddTextBlock } from '../../bff/contract/ticket-text-blocks/schemas.ts';

/** 文本块 of the demo association: one that asks, one that solves, one that goes on, one that leaves it open. */
export const DEMO_TEXT_BLOCKS: AddTextBlock[] = [
  {
    title: '请补充执业证首页',
    body: '{{member.name}}：您好。请上传律师执业证首页的照片，四角完整、字迹清楚。收到后继续为您办理，补充之前不计时限。',
    next: 'asked',
  },
  {
    title: '已更正，请核对',
    body: '{{member.name}}：您反映的{{ticket.category}}已更正，请重新登录后在“个人档案”中核对。如仍有误，7天内可在本工单继续补充。',
    next: 'solved',
  },
  {
    title: '正在核对',
    body: '已收到您的工单{{ticket.number}}，正在核对，{{ticket.due}}。',
    next: 'working',
  },
  {
    title: '到窗口办理',
    body: '请携带身份证和律师执业证原件到协会窗口办理。地址：{{office.address}}，办公时间：{{office.hours}}，电话：{{office.phone}}。',
    next: null,
  },
];
