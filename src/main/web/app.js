import htmx from 'htmx.org/dist/htmx.esm.js';
import { boxes } from './js/boxes.js';
import { classroom } from './js/classroom.js';
import { copyFormula } from './js/copy-formula.js';
import { copyLink } from './js/copy-link.js';
import { download } from './js/download.js';
import { drafts } from './js/drafts.js';
import { figures } from './js/figures.js';
import { folds, moving } from './js/lesson.js';
import { ownZone } from './js/own-zone.js';
import { printPage } from './js/print-page.js';
import { progress } from './js/progress.js';
import { platformStorage } from './js/platform-storage.js';
import { mapLines } from './js/map.js';
import { sendOnce } from './js/send-once.js';
import { keepTyped } from './js/keep-typed.js';
import { onTheWay } from './js/on-the-way.js';
import { theme } from './js/theme.js';
import { timeLeft } from './js/time-left.js';
import { times } from './js/times.js';
import { typeset } from './js/typeset.js';
import { unsaved } from './js/unsaved.js';

htmx.config.includeIndicatorCSS = false;
htmx.config.history = false;

theme();
sendOnce();
keepTyped();
drafts();
timeLeft();
unsaved();
copyFormula();
copyLink();
classroom();
times();
mapLines();
ownZone();
printPage();
progress();
download();
platformStorage();
onTheWay();
folds();
document.querySelectorAll('textarea[data-yaml]').forEach(async (area) => {
  const [{ yamlEditor }, { editorSync }] = await Promise.all([import('./js/yaml-editor.js'), import('./js/editor-sync.js')]);
  const text = yamlEditor(area);
  if (area.form.dataset.sync) {
    editorSync(area.form, text);
  }
});
const enhance = () => [typeset, boxes, figures, moving].forEach((part) => part(document));
enhance();

document.addEventListener('nabla:added', enhance);

document.addEventListener('htmx:config:request', ({ detail }) => {
  const token = document.querySelector('meta[name="csrf-token"]')?.content;
  if (token) {
    detail.ctx.request.headers['X-CSRF-TOKEN'] = token;
  }
});
/** The address names the answer whose verdict is shown, for the reload and for the way back; and the verdict is in sight. */
function keepVerdict() {
  const form = document.querySelector('#answer');
  const shown = form?.querySelector('[name=shown]')?.value;
  if (shown && form.getAttribute('action') === location.pathname && !location.search.includes(shown)) {
    history.replaceState(null, '', `${location.pathname}?attempt=${shown}`);
    document.querySelector('.verdict')?.scrollIntoView({ block: 'nearest' });
  }
}
document.addEventListener('htmx:after:swap', ({ detail }) => {
  enhance();
  // What is set on a page that holds it in its address stays there, for the reload and for a friend.
  const bench = document.querySelector('[data-address]');
  if (bench) {
    history.replaceState(null, '', bench.dataset.address);
  }
  keepVerdict();
  const form = detail.ctx?.sourceElement;
  if (form?.matches('form')) {
    document.getElementById(form.id)?.querySelector('[aria-invalid="true"]')?.focus();
  }
  // the button that was pressed is gone: the reader goes on where the answer is
  if (document.activeElement === document.body) {
    document.querySelector('[data-focus]')?.focus();
  }
});
