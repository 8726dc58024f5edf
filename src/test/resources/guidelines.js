// What a page must be beyond what axe finds: each function gives a list of findings in words, empty where all is well.
// Run in the page by SitePagesTest.
(() => {
  const FOCUSABLE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';

  const visible = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const name = (element) => {
    const words = (element.getAttribute('aria-label') || element.textContent || element.name || '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return `<${element.localName}${element.id ? ' id=' + element.id : ''}> ${words}`;
  };
  const focusable = () => [...document.querySelectorAll(FOCUSABLE)].filter((e) => visible(e) && e.tabIndex >= 0 && !e.disabled && !e.closest('[inert]'));

  /** WCAG 1.4.10: nothing but tables, code and figures in frames of their own needs scrolling in two directions. */
  function reflow() {
    const over = document.documentElement.scrollWidth - window.innerWidth;
    if (over <= 0) {
      return [];
    }
    const widest = [...document.body.querySelectorAll('*')].filter((e) => visible(e) && e.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(e.parentElement));
    return [`${over} px wider than the window: ${widest.slice(0, 3).map(name).join('; ')}`];
  }

  function scrolls(element) {
    for (let e = element; e && e !== document.body; e = e.parentElement) {
      if (['auto', 'scroll'].includes(getComputedStyle(e).overflowX)) {
        return true;
      }
    }
    return false;
  }

  /** WCAG 1.4.12: with the widest spacing that a reader may set, no text is cut off and nothing overflows. */
  function textSpacing() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '*:not(.katex, .katex *, math, math *, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    const before = document.adoptedStyleSheets;
    document.adoptedStyleSheets = [...before, sheet];
    try {
      const cut = [...document.querySelectorAll('main *, header *, footer *')].filter((e) => {
        const style = getComputedStyle(e);
        const hides = (value) => value === 'hidden' || value === 'clip';
        return (
          visible(e) &&
          !e.matches('input') && // a field of one line scrolls with its caret
          !e.closest('.visually-hidden, .katex, svg, math, .figure-frame') &&
          ((hides(style.overflowX) && e.scrollWidth > e.clientWidth + 1) || (hides(style.overflowY) && e.scrollHeight > e.clientHeight + 1))
        );
      });
      return [...cut.map((e) => 'cut off: ' + name(e)), ...reflow()];
    } finally {
      document.adoptedStyleSheets = before;
    }
  }

  /** WCAG 2.5.8: 24 by 24 pixels, or room around, or a link in running text. */
  function targets() {
    const all = focusable().filter((e) => !e.matches('[role=region], .skip, .skip *, main'));
    const boxes = all.map((e) => rectOf(e));
    const found = [];
    all.forEach((element, i) => {
      const { left, top, width, height } = boxes[i];
      if ((width >= 24 && height >= 24) || inText(element)) {
        return;
      }
      const [x, y] = [left + width / 2, top + height / 2];
      const crowded = boxes.some((other, j) => {
        if (i === j || all[j].contains(element) || element.contains(all[j])) {
          return false;
        }
        const dx = Math.max(other.left - x, 0, x - other.left - other.width);
        const dy = Math.max(other.top - y, 0, y - other.top - other.height);
        return Math.hypot(dx, dy) < 12;
      });
      if (crowded) {
        found.push(`${Math.round(width)} by ${Math.round(height)} px and crowded: ${name(element)}`);
      }
    });
    return found;
  }

  /** A box that is ticked is pressed by its label too. */
  function rectOf(element) {
    const label = element.matches('[type=radio], [type=checkbox]') ? element.labels?.[0] : null;
    return (label ?? element).getBoundingClientRect();
  }

  function inText(element) {
    const block = element.closest('p, li, dd, td, th, figcaption, h1, h2, h3');
    return element.localName === 'a' && block !== null && block.textContent.trim() !== element.textContent.trim();
  }

  /** WCAG 2.4.7 and 2.4.11: what has the focus shows it, and nothing lies over it. A Tab was pressed before. */
  async function focus(covering = true) {
    const found = [];
    for (const element of focusable()) {
      element.focus();
      if (document.activeElement !== element) {
        found.push('cannot be focused: ' + name(element));
        continue;
      }
      const style = getComputedStyle(element);
      if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) {
        found.push('shows no focus: ' + name(element));
      }
      if (covering && !(await comesIntoSight(element))) {
        found.push('is covered while it has the focus: ' + name(element));
      }
    }
    document.activeElement?.blur();
    window.scrollTo(0, 0);
    return found;
  }

  /** At once, or with one of the next pictures where it moves. */
  async function comesIntoSight(element) {
    for (let pictures = 0; pictures < 20; pictures++) {
      if (seen(element)) {
        return true;
      }
      await new Promise(requestAnimationFrame);
    }
    return false;
  }

  function seen(element) {
    const mine = (top) => top && (element.contains(top) || top.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(top)));
    const places = [[0.5, 0.5], [0.05, 0.5], [0.95, 0.5], [0.5, 0.1], [0.5, 0.9], [0.02, 0.05]];
    return [...element.getClientRects()].some((box) =>
      places.some(([across, down]) => mine(document.elementFromPoint(box.left + box.width * across, box.top + box.height * down))),
    );
  }

  /** Who asked for less motion gets none. */
  function motion() {
    const moves = [...document.querySelectorAll('*')].filter((e) => {
      const style = getComputedStyle(e);
      const longest = (list) => Math.max(...list.split(',').map((time) => parseFloat(time) * (time.includes('ms') ? 1 : 1000)));
      return longest(style.transitionDuration) > 1 || (style.animationName !== 'none' && longest(style.animationDuration) > 1) || style.scrollBehavior === 'smooth';
    });
    return moves.map((e) => 'moves: ' + name(e)).slice(0, 5);
  }

  /** WCAG 2.5.7: what can be dragged or turned by pointer has buttons, or takes keys. */
  function dragging() {
    const live = [...document.querySelectorAll('.figure-live, [draggable=true]')].filter(visible);
    return live
      .filter((e) => e.tabIndex < 0 && !e.closest('figure, li, tr')?.querySelector('button'))
      .map((e) => 'can be dragged, but has neither keys nor buttons: ' + name(e));
  }

  /** WCAG 1.3.5 and 3.3.8: boxes for what a browser or a password manager knows say so, and let it be pasted. */
  function knownBoxes() {
    const wanted = { password: /^(current|new)-password$/, email: /^email$/, tel: /^tel$/ };
    const found = [];
    for (const box of document.querySelectorAll('input')) {
      // The login of somebody else is nothing that a browser knows.
      const own = box.name === 'login' && box.form?.querySelector('[type=password]');
      const rule = own ? /^username$/ : wanted[box.type];
      if (rule && !rule.test(box.autocomplete)) {
        found.push(`does not say what it is for (${box.autocomplete || 'nothing'}): ${name(box)}`);
      }
      if (rule && visible(box) && !box.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: new DataTransfer() }))) {
        found.push('cannot be pasted into: ' + name(box));
      }
    }
    return found;
  }

  /** WCAG 3.2.3 and 3.2.6: the links that stand around each page, in order. */
  function frame() {
    return [...document.querySelectorAll('header nav a, footer a')].map((a) => a.getAttribute('href'));
  }

  return { reflow, textSpacing, targets, focus, motion, dragging, knownBoxes, frame };
})()
