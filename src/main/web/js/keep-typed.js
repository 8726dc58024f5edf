const key = (box) => `typed ${location.pathname} ${box.name}`;

/** What was typed into a box marked data-keep outlives a reload and the way back, in this tab. The server's own text wins. */
export function keepTyped() {
  document.addEventListener('input', ({ target }) => {
    if (target.matches?.('[data-keep]')) {
      sessionStorage.setItem(key(target), target.value);
    }
  });
  for (const box of document.querySelectorAll('[data-keep]')) {
    const kept = sessionStorage.getItem(key(box));
    if (kept && !box.value) {
      box.value = kept;
      // htmx hears this when it has set its ears, and asks how the text is read
      setTimeout(() => box.dispatchEvent(new Event('input', { bubbles: true })), 50);
    }
  }
}
