import { el, type } from './dom.js';
import { say } from './say.js';

const A_MOMENT = 400;
const LONG = 6000;
/** Of an address within an address (KeptAnswers.java). */
const LONGEST = 2000;
/** Of a form that is sent again by itself. */
const MOST_TRIES = 20;
const BY_ITSELF = 'What you typed is kept here and sent again by itself.';
const AWAY = 'The server cannot be reached.';
const UNREACHABLE = `${AWAY} What you typed is still here: try again in a moment.`;
/** An instance that is not there or busy, or a proxy that finds none; in seconds, where nobody says when. */
const PASSING = [502, 503, 504];
const SOON = 3;
const SIGNED_OUT = 'You are signed out here meanwhile. Your answer is kept on this page: sign in, and send it again.';
const OUTDATED = 'This page was open for very long, so that the server does not know it any more. Load it again: what you typed is kept.';

/**
 * What happens between sending a form by script and its answer: waiting is shown where it takes more than a moment, and what
 * goes wrong is said beside the form, which stays as it is. An answer that is no answer never takes the place of typed text.
 */
export function onTheWay() {
  const timers = new WeakMap();
  const later = new WeakMap();

  document.addEventListener('input', ({ target }) => target.form && dontSendAgain(target.form));
  document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
    const form = formOf(ctx.sourceElement);
    if (form) {
      clearTimeout(again.get(form));
      form.querySelector('.trouble')?.remove();
      timers.set(ctx, [
        setTimeout(() => wait(form, 'checking …'), A_MOMENT),
        setTimeout(() => wait(form, 'still checking: this one is hard …'), LONG),
      ]);
    }
  });
  document.addEventListener('htmx:before:response', (event) => {
    const { ctx } = event.detail;
    if (ctx.response.raw.redirected && new URL(ctx.response.raw.url).pathname === '/sign-in') {
      event.preventDefault();
      signedOut(ctx.sourceElement);
    } else if (ctx.response.status >= 400) {
      event.preventDefault();
      refused(ctx.sourceElement, ctx.response.raw);
    } else if (!formOf(ctx.sourceElement)) {
      say('');
    } else {
      tries.delete(formOf(ctx.sourceElement));
    }
  });
  document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => ctx && later.set(ctx, typedSince(ctx)));
  document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => ctx && later.get(ctx)?.());
  document.addEventListener('htmx:error', ({ detail: { ctx } }) => {
    tell(ctx?.sourceElement, sendAgain(ctx?.sourceElement, SOON) ? `${AWAY} ${BY_ITSELF}` : UNREACHABLE);
  });
  document.addEventListener('htmx:finally:request', ({ detail: { ctx } }) => {
    timers.get(ctx)?.forEach(clearTimeout);
    document.querySelectorAll('.waiting').forEach((word) => word.remove());
  });
}

/**
 * What was typed on while the answer was under way stays, for the next Enter: the page that comes back speaks of what was sent.
 *
 * @returns puts it back once the page has been exchanged
 */
function typedSince({ sourceElement, request }) {
  const sent = formOf(sourceElement) && request.body;
  const since = [...document.querySelectorAll('[data-keep]')]
    .filter((box) => sent?.has?.(box.name) && sent.get(box.name) !== box.value)
    .map((box) => [box.id, box.value]);
  return () => since.forEach(([id, value]) => type(document.getElementById(id), value));
}

/** The form that was sent. The box whose reading is asked for while it is typed is none. */
function formOf(source) {
  return source?.matches?.('form, button') ? source.closest('form') : null;
}

function wait(form, words) {
  const actions = form.querySelector('.actions');
  const shown = actions?.querySelector('.waiting');
  if (shown) {
    shown.textContent = words;
  } else {
    actions?.append(el('span', { class: 'waiting', role: 'status' }, words));
  }
}

/** A page for those who signed in, after their session ended: what was typed waits in its boxes (keep-typed.js). */
function signedOut(source) {
  const form = formOf(source);
  if (form) {
    const click = ({ target }) => target.setAttribute('href', throughTheDoor(form));
    tell(source, SIGNED_OUT, el('a', { class: 'button', href: throughTheDoor(form), click }, 'Sign in'));
  }
}

/** Signing in, and back with what is typed by then: the page that comes may show an older answer in the same box. */
function throughTheDoor(form) {
  const answers = [...new FormData(form)].filter(([name, value]) => value && name.startsWith('answer-'));
  const query = new URLSearchParams([['kept', 'yes'], ...answers]).toString().replaceAll('+', '%20').replaceAll('*', '%2A');
  const back = answers.length > 0 && query.length <= LONGEST ? `${location.pathname}?${query}` : location.pathname;
  return `/sign-in?next=${encodeURIComponent(back)}`;
}

async function refused(source, response) {
  if (response.status === 400 || response.status === 403) {
    tell(source, OUTDATED, el('button', { type: 'button', class: 'button', click: () => location.reload() }, 'Load the page again'));
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const words = page.querySelector('.errors')?.textContent.trim();
  const again = PASSING.includes(response.status) && sendAgain(source, response.headers.get('Retry-After'));
  tell(source, again ? `${words || AWAY} ${BY_ITSELF}` : words || UNREACHABLE);
}

const again = new WeakMap();
const tries = new WeakMap();

/**
 * Sends a form again by itself, after so many seconds. Only one whose arrival counts once, however often it arrives, and
 * only while nothing more is typed into it.
 */
function sendAgain(source, seconds) {
  const form = formOf(source);
  const tried = tries.get(form) ?? 0;
  if (!form?.querySelector('[name=submission]') || tried >= MOST_TRIES) {
    return false;
  }
  tries.set(form, tried + 1);
  const button = source.matches('button') ? source : null;
  again.set(form, setTimeout(() => form.isConnected && form.requestSubmit(button), (Number(seconds) || 5) * 1000));
  return true;
}

/** What is still being typed is not sent. */
function dontSendAgain(form) {
  if (again.has(form)) {
    clearTimeout(again.get(form));
    again.delete(form);
    form.querySelector('.trouble')?.remove();
  }
}

function tell(source, sentence, ...more) {
  const form = formOf(source);
  if (form) {
    form.querySelector('.trouble')?.remove();
    form.querySelector('.actions')?.before(el('div', { class: 'errors trouble', role: 'alert' }, el('p', {}, sentence), ...more));
  } else {
    say(sentence);
  }
}
