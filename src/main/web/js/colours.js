/** The colours of the page as they are now, for what is drawn by a library. */
export function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: of('paper'),
    ink: of('ink'),
    ink2: of('ink-2'),
    rule: of('rule'),
    blue: of('blue'),
  };
}
