const WARNINGS = [
  { at: 300, urgency: 'polite', words: 'Five minutes left.' },
  { at: 60, urgency: 'assertive', words: 'One minute left.' },
];
const OVER = 'The time is over. What stands in the boxes is handed in.';

/**
 * Counts the time that is left down from what the server said, by how long the page has been open: the clock of the reader may
 * be wrong. What is said aloud is said once, at five minutes and at one; the seconds are for the eyes.
 */
export function timeLeft() {
  const box = document.getElementById('time-left');
  const digits = box?.querySelector('.digits');
  if (!digits) {
    return;
  }
  const length = Math.floor((Date.parse(box.dataset.ends) - Date.parse(box.dataset.now)) / 1000);
  const opened = Date.now();
  const waiting = WARNINGS.filter(({ at }) => at < length);
  const timer = setInterval(show, 250);
  document.addEventListener('visibilitychange', show);

  function show() {
    if (box.classList.contains('over')) {
      return;
    }
    const left = Math.max(0, length - Math.floor((Date.now() - opened) / 1000));
    digits.textContent = inDigits(left);
    box.querySelector('.words .visually-hidden').textContent = `${inWords(left)} `;
    box.classList.toggle('soon', left <= 300);
    box.classList.toggle('last', left <= 60);
    const due = waiting.filter(({ at }) => left <= at);
    if (due.length > 0 && left > 0) {
      const { urgency, words } = due.at(-1);
      say(box, urgency, words);
    }
    waiting.splice(0, due.length);
    if (left === 0) {
      clearInterval(timer);
      over(box);
    }
  }
  show();
}

function over(box) {
  box.classList.add('over');
  box.querySelector('p').replaceChildren(strong(OVER));
  say(box, 'assertive', OVER);
  document.dispatchEvent(new CustomEvent('nabla:time-over'));
}

function strong(words) {
  const element = document.createElement('strong');
  element.textContent = words;
  return element;
}

function say(box, urgency, words) {
  box.querySelector(`[data-warning=${urgency}]`).textContent = words;
}

function inDigits(left) {
  const two = (number) => String(number).padStart(2, '0');
  const hours = Math.floor(left / 3600);
  return hours > 0 ? `${hours}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}` : `${Math.floor(left / 60)}:${two(left % 60)}`;
}

/** To the minute: whoever asks hears how much is left, and is not read the seconds. */
function inWords(left) {
  const minutes = Math.floor(left / 60);
  return left < 60 ? count(left, 'second') : minutes < 60 ? count(minutes, 'minute') : `${count(Math.floor(minutes / 60), 'hour')} ${count(minutes % 60, 'minute')}`;
}

function count(number, one) {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
