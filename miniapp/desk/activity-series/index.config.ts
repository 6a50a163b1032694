export default definePageConfig({ navigationBarTitleText: '活动系列' });
