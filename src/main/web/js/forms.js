/** A form that is on its way is not sent again; coming back to the page frees it. */
export function forms(root) {
  root.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.hasAttribute('hx-post') || form.target === '_blank') {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
  });
  window.addEventListener('pageshow', () => root.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent));
}
