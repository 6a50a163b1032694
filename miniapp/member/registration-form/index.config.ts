export default definePageConfig({ navigationBarTitleText: '律师基本信息登记表' });
