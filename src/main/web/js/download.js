import { say } from './say.js';

/** A file that has to be made first: says that it is on its way, and when it is there. Without script the link does it alone. */
export function download() {
  document.addEventListener('click', async (event) => {
    const link = event.target.closest?.('a[download]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    if (link.getAttribute('aria-busy') === 'true') {
      return;
    }
    link.setAttribute('aria-busy', 'true');
    say('Your file is being prepared …');
    try {
      const response = await fetch(link.href);
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      save(await response.blob(), nameOf(response));
      say('Your file is among your downloads.');
    } catch {
      say('');
      location.assign(link.href); // the server says what is wrong, in a page
    } finally {
      link.removeAttribute('aria-busy');
    }
  });
}

function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.dispatchEvent(new MouseEvent('click'));
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function nameOf(response) {
  return /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'nabla.zip';
}
