/** Leaves the secret of a launch with the platform, and fetches it back: for browsers that keep cookies from frames. */

const PATIENCE = 2000;

/** One question to the window of the platform that stores, by the standard's messages. */
function ask(place, message, then) {
  const above = window.parent === window ? window.opener : window.parent;
  const { target, origin } = place.dataset;
  if (!above || !origin) {
    then(null);
    return;
  }
  const id = crypto.randomUUID();
  let done = false;
  const finish = (answer) => {
    if (!done) {
      done = true;
      then(answer);
    }
  };
  window.addEventListener('message', ({ data, origin: from }) => {
    if (from === origin && data?.message_id === id && data.subject === `${message.subject}.response`) {
      finish(data.error ? null : data);
    }
  });
  setTimeout(() => finish(null), PATIENCE);
  let storing = above;
  if (target !== '_parent') {
    try {
      storing = above.frames[target] ?? above;
    } catch {
      // the names of its frames are not for us: ask the window itself
    }
  }
  storing.postMessage({ ...message, message_id: id }, origin);
}

export function platformStorage() {
  const storing = document.querySelector('#lti-storing');
  const next = document.querySelector('#lti-next');
  if (storing && next) {
    const { key, value } = storing.dataset;
    ask(storing, { subject: 'lti.put_data', key, value }, () => location.replace(next.href));
  }
  const fetching = document.querySelector('#lti-fetching');
  if (fetching) {
    ask(fetching, { subject: 'lti.get_data', key: fetching.dataset.key }, (answer) => {
      if (answer?.value) {
        fetching.querySelector('[name=stored]').value = answer.value;
        fetching.submit();
      }
    });
  }
  document.querySelector('form[data-send-at-once]')?.requestSubmit();
  if (document.querySelector('#lti-registered')) {
    // The platform waits for this word, and closes the window.
    (window.opener ?? window.parent).postMessage({ subject: 'org.imsglobal.lti.close' }, '*');
  }
}
