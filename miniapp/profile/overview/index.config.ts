export default definePageConfig({ navigationBarTitleText: '信息补全' });
