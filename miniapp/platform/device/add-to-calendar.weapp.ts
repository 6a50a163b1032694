import Taro from '@tarojs/taro';
import { askPrivacy } from '../account/privacy.ts';
import { showToast } from '../page/show-toast.ts';
import type { AddToCalendar } from '../signatures.ts';

const ALARM_S = 2 * 3600;
const inSeconds = (instant: string) => Date.parse(instant) / 1000;

/** WeChat adds, and can neither change nor remove: of a later change one has to see to it oneself. */
export const addToCalendar: AddToCalendar = async ({ title, place, beginsAt, endsAt }) => {
  if (!(await askPrivacy())) return showToast('未同意隐私保护指引，可在“我已报名活动”订阅日历');
  try {
    await Taro.addPhoneCalendar({
      title,
      startTime: inSeconds(beginsAt),
      // Of this type a text is asked for, and seconds are meant.
      endTime: String(inSeconds(endsAt)),
      location: place,
      alarm: true,
      alarmOffset: ALARM_S,
    });
    showToast('已加入手机日历；活动改期的，请先删除旧日程');
  } catch (fault) {
    const isRefused = String((fault as { errMsg?: unknown }).errMsg).includes('cancel');
    showToast(isRefused ? '没有加入日历' : '未能加入日历，请在微信设置中允许使用日历');
  }
};
