import { say } from './say.js';

const PAUSE = 800;

/** Tells how far a long deed is while its answer is not there. Without script the browser shows that it waits. */
export function progress() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.dataset.progress) {
      return;
    }
    const bar = document.createElement('progress');
    const words = document.createElement('p');
    bar.setAttribute('aria-label', 'Accounts made');
    form.querySelector('.actions').after(bar, words);
    say('This takes a moment …');
    const timer = setInterval(() => ask(form.dataset.progress, bar, words), PAUSE);
    window.addEventListener(
      'pageshow',
      () => {
        clearInterval(timer);
        bar.remove();
        words.remove();
      },
      { once: true },
    );
  });
}

async function ask(address, bar, words) {
  try {
    const { done, total } = await (await fetch(address)).json();
    if (total > 0) {
      bar.max = total;
      bar.value = done;
      words.textContent = `${done} of ${total} accounts`;
    }
  } catch {
    // The next question may be answered.
  }
}
