export default {
  "tasks.nav": "Phiếu của đơn vị",
  "tasks.title": "Phiếu tự đánh giá"
};
