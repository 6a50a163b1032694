import Taro from '@tarojs/taro';

/** 朋友圈的单页模式: no other page, nobody is signed in, and neither files nor camera; 前往小程序 stands below. */
const SINGLE_PAGE = 1154;
export const isSinglePage = (): boolean => Taro.getLaunchOptionsSync().scene === SINGLE_PAGE;
