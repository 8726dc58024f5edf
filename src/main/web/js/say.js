/** A sentence in the polite region at the foot of the window; an empty one takes it away. */
export function say(sentence) {
  const region = document.getElementById('said');
  if (region && region.textContent !== sentence) {
    region.textContent = sentence;
  }
}
