export default definePageConfig({ navigationBarTitleText: '抽签核验', enableShareAppMessage: true });
