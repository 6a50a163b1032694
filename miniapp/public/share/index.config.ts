export default definePageConfig({ navigationBarTitleText: '电子证明', enableShareAppMessage: true });
