export default definePageConfig({ navigationBarTitleText: '律师列表' });
