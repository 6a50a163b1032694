export default definePageConfig({ navigationBarTitleText: '提交新工单' });
