// What teachers' pages gain from a script: previews that open in place, a button that prints.

/** Opens the variants of a template where its preview is unfolded. */
async function unfold(details) {
  const target = details.querySelector('[aria-live]');
  if (!details.open || details.dataset.loaded || !target) {
    return;
  }
  details.dataset.loaded = 'yes';
  const answer = await fetch(details.dataset.variants, { headers: { 'HX-Request': 'true' } }).catch(() => null);
  if (answer?.ok) {
    target.innerHTML = await answer.text();
    document.dispatchEvent(new CustomEvent('nabla:added'));
  } else {
    delete details.dataset.loaded;
  }
}

export function classroom() {
  document.addEventListener('toggle', ({ target }) => target.matches?.('[data-variants]') && unfold(target), true);
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-print], [aria-disabled="true"]');
    if (button?.matches('[data-print]')) {
      window.print();
    } else if (button?.closest('.set-moves')) {
      event.preventDefault();
    }
  });
  document.querySelectorAll('[data-print]').forEach((button) => button.removeAttribute('hidden'));
}
