export default definePageConfig({
  navigationBarTitleText: '核验证明',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
