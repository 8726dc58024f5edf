const SHOWN = 2500;

/** The button that copies an address, that of the page where it names none; hidden until there is a script, and a browser that lets it. */
export function copyLink() {
  for (const button of document.querySelectorAll('[data-copy-link]')) {
    if (!navigator.clipboard) {
      continue;
    }
    button.hidden = false;
    const said = document.createElement('span');
    said.className = 'muted small';
    said.setAttribute('role', 'status');
    button.after(' ', said);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copyLink || location.origin + location.pathname);
      said.textContent = 'Copied.';
      setTimeout(() => (said.textContent = ''), SHOWN);
    });
  }
}
