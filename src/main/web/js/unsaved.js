/**
 * Whoever leaves a form that keeps something, and has changed it without saving, is asked first. Forms of teachers, marked with
 * data-unsaved; answers of learners are kept by keep-typed.
 */
export function unsaved() {
  const changed = new Set();
  document.querySelectorAll('form[data-unsaved]').forEach((form) => {
    form.addEventListener('input', () => changed.add(form));
    form.addEventListener('submit', () => changed.clear());
  });
  addEventListener('beforeunload', (event) => {
    if (changed.size > 0) {
      event.preventDefault();
    }
  });
}
