export default {
  "tasks.nav": "Our form",
  "tasks.title": "Self-assessment form"
};
