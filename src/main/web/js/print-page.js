/** The button that prints the page; hidden until there is a script. */
export function printPage() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}
