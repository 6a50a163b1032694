export default definePageConfig({ navigationBarTitleText: '信息变更' });
