export default definePageConfig({ navigationBarTitleText: '我的限制' });
