const A_YEAR = 31536000;
const ofDevice = matchMedia('(prefers-color-scheme: dark)');
const page = document.documentElement;

/** Changes light and dark on the spot; without this script the form posts, and the server sets the same cookie. */
export function theme() {
  const form = document.querySelector('form[action="/theme"]');
  if (!form) {
    return;
  }
  label(form.querySelector('button'));
  ofDevice.addEventListener('change', () => label(form.querySelector('button')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    page.dataset.theme = isDark() ? 'light' : 'dark';
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = `theme=${page.dataset.theme}; path=/; max-age=${A_YEAR}; samesite=lax${secure}`;
    label(form.querySelector('button'));
    document.dispatchEvent(new Event('theme'));
  });
}

function isDark() {
  return page.dataset.theme === 'dark' || (page.dataset.theme !== 'light' && ofDevice.matches);
}

function label(button) {
  const next = isDark() ? 'light' : 'dark';
  button.value = next;
  button.setAttribute('aria-label', `Switch to ${next} colors`);
}
