const A_YEAR = 31536000;

/** Changes light and dark on the spot; without this script the form posts, and the server sets the same cookie. */
export function theme(root) {
  root.addEventListener('submit', (event) => {
    if (!event.target.matches('form[action="/theme"]')) {
      return;
    }
    event.preventDefault();
    const page = document.documentElement;
    const next = isDark(page) ? 'light' : 'dark';
    page.dataset.theme = next;
    document.cookie = `theme=${next}; path=/; max-age=${A_YEAR}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
    label(event.target, next);
  });
  root.querySelectorAll('form[action="/theme"]').forEach((form) => label(form, isDark(document.documentElement) ? 'dark' : 'light'));
}

function isDark(page) {
  return page.dataset.theme === 'dark' || (page.dataset.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
}

function label(form, current) {
  const next = current === 'dark' ? 'light' : 'dark';
  const button = form.querySelector('button');
  button.value = next;
  button.setAttribute('aria-label', `Switch to ${next} colours`);
}
