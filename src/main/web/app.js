import htmx from 'htmx.org/dist/htmx.esm.js';
import { typeset } from './js/typeset.js';
import { theme } from './js/theme.js';
import { forms } from './js/forms.js';

htmx.config.includeIndicatorCSS = false;
htmx.config.history = false;

for (const enhance of [typeset, theme, forms]) {
  enhance(document);
}
document.addEventListener('htmx:after:swap', () => typeset(document));
document.addEventListener('htmx:config:request', ({ detail }) => {
  const token = document.querySelector('meta[name="csrf-token"]')?.content;
  if (token) {
    detail.ctx.request.headers['X-CSRF-TOKEN'] = token;
  }
});
